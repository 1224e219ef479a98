// @ts-check
// Economies chosen on the first page: two raise a tray that leads to their comparison. The order of
// choosing is kept in the history's entry, so that reload and back find it; without scripts there
// are neither boxes nor tray.
"use strict";

(() => {
  const tray = document.getElementById("tray");
  const told = document.getElementById("tray-told");
  const names = document.getElementById("tray-chosen");
  const link = document.getElementById("tray-compare");
  const clear = document.getElementById("tray-clear");
  if (!(tray && told && names && link instanceof HTMLAnchorElement && clear)) return;

  /** What it says, and how many economies make a comparison, as Python hands it over. */
  const says = JSON.parse(tray.dataset.says ?? "");

  /**
   * @param {string} pattern
   * @param {Record<string, unknown>} values
   */
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /** @type {HTMLInputElement[]} */
  const boxes = [...document.querySelectorAll(".pick input")].filter((box) => box instanceof HTMLInputElement);

  /** @type {string[]} */
  let chosen = []; // codes, the base first

  /** @param {string} code */
  const box = (code) => boxes.find((one) => one.value === code);

  const show = () => {
    const full = chosen.length === says.most;
    for (const one of boxes) {
      one.checked = chosen.includes(one.value);
      one.disabled = full && !one.checked;
    }
    const [base, ...others] = chosen.map((code) => box(code)?.dataset.name ?? code);
    const values = {
      n: chosen.length,
      names: [fill(says.base, { name: base }), ...others].join(", "),
      full: full ? says.full : "",
    };
    tray.hidden = chosen.length < says.least;
    const count = document.createElement("b");
    count.textContent = fill(says.count, values);
    names.replaceChildren(count, ` ${values.names}${values.full}`);
    link.href = `compare.html#c=${chosen.join(",")}`;
    told.textContent = fill(tray.hidden ? (chosen.length ? says.one : says.none) : says.many, values);
  };

  const keep = () => {
    history.replaceState({ chosen }, "");
    show();
  };

  for (const cell of document.querySelectorAll(".pick")) if (cell instanceof HTMLElement) cell.hidden = false;
  for (const one of boxes) {
    one.addEventListener("change", () => {
      chosen = chosen.filter((code) => code !== one.value);
      if (one.checked) chosen.push(one.value);
      keep();
    });
    one.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || tray.hidden) return;
      event.preventDefault();
      link.click();
    });
  }
  clear.addEventListener("click", () => {
    const [base] = chosen;
    chosen = [];
    keep();
    box(base)?.focus(); // the button goes down with its tray
  });

  const kept = history.state?.chosen;
  if (Array.isArray(kept)) chosen = kept.filter((code) => typeof code === "string" && box(code)).slice(0, says.most);
  if (chosen.length) show();
  addEventListener("pageshow", () => {
    for (const one of boxes) one.checked = chosen.includes(one.value); // a browser may tick them anew
  });
})();
