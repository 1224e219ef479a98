// @ts-check
// Which economies and kinds a page shows. Nothing chosen means all. The choice is the address, so
// that reload, back and a mailed link show the same; without scripts the form stays hidden and all
// is shown. Parts of the page say what they belong to: data-c an economy, data-k a kind, data-row
// a line that is counted, by the id of what else is said of it.
"use strict";

(() => {
  const form = document.getElementById("choose");
  const told = document.getElementById("choose-told");
  const clear = document.getElementById("choose-clear");
  if (!(form instanceof HTMLFormElement && told && clear)) return;

  /** What it says of the choice, as Python hands it over. */
  const says = JSON.parse(form.dataset.says ?? "");

  /**
   * @param {string} pattern
   * @param {Record<string, unknown>} values
   */
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  const find = form.querySelector("input[type=search]");
  const lists = [...form.querySelectorAll("details")];

  /** @param {string} name */
  const boxes = (name) =>
    [...form.querySelectorAll(`input[name="${name}"]`)].filter((box) => box instanceof HTMLInputElement);

  /**
   * What is ticked, in words.
   * @param {string} name
   */
  const labels = (name) =>
    boxes(name).filter((box) => box.checked).map((box) => box.labels?.[0].textContent?.trim()).join(", ");

  /** @param {string} text */
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

  /**
   * The choice in a fragment; none where it is an anchor of the page.
   * @param {string} fragment
   */
  function read(fragment) {
    const given = new URLSearchParams(fragment.includes("=") ? fragment.slice(1) : "");
    /** @param {string} name */
    const known = (name) => {
      const codes = (given.get(name) ?? "").split(",");
      return boxes(name).map((box) => box.value).filter((code) => codes.includes(code));
    };
    return { c: known("c"), k: known("k"), q: given.get("q") ?? "" };
  }

  /** The choice in the controls. */
  function picked() {
    /** @param {string} name */
    const ticked = (name) => boxes(name).filter((box) => box.checked).map((box) => box.value);
    return { c: ticked("c"), k: ticked("k"), q: find instanceof HTMLInputElement ? find.value : "" };
  }

  /** @param {ReturnType<typeof read>} choice */
  function written({ c, k, q }) {
    const given = new URLSearchParams();
    if (c.length) given.set("c", c.join(","));
    if (k.length) given.set("k", k.join(","));
    if (q.trim()) given.set("q", q.trim());
    return given.toString().replaceAll("%2C", ",");
  }

  /** @param {ReturnType<typeof read>} choice */
  const show = (choice) => {
    hide("c", choice.c);
    hide("k", choice.k);
    if (find instanceof HTMLInputElement && find !== document.activeElement) find.value = choice.q;
    const rows = [...document.querySelectorAll("[data-row]")];
    for (const row of rows) {
      if (!row.hasAttribute("data-k")) row.toggleAttribute("hidden", !wanted(row, choice));
      const more = document.getElementById(row.getAttribute("data-row") ?? "");
      more?.toggleAttribute("hidden", row.closest("[hidden]") !== null);
    }
    countGroups(rows);
    for (const list of lists) name(list);
    const some = Boolean(written(choice));
    const shown = rows.filter((row) => !row.closest("[hidden]")).length;
    const names = [labels("c"), labels("k"), choice.q && fill(says.quoted, { text: choice.q })].filter(Boolean).join("; ");
    clear.hidden = !some;
    const part = fill(says.shown, { k: shown, n: rows.length });
    told.textContent = some ? fill(says.told, { names, shown: part }) : "";
    document.dispatchEvent(new Event("shown"));
  };

  /**
   * Tick the boxes of what is chosen and hide what belongs to the others.
   * @param {"c" | "k"} name
   * @param {string[]} own
   */
  function hide(name, own) {
    for (const box of boxes(name)) box.checked = own.includes(box.value);
    for (const part of document.querySelectorAll(`[data-${name}]`))
      part.toggleAttribute("hidden", own.length > 0 && !own.includes(part.getAttribute(`data-${name}`) ?? ""));
  }

  /**
   * A group's heading says how many of its rows are left, as wide as the columns that are.
   * @param {Element[]} rows
   */
  function countGroups(rows) {
    const columns = document.querySelectorAll("thead [data-c]:not([hidden])").length;
    for (const count of document.querySelectorAll("[data-count]")) {
      const group = count.closest("tbody");
      const own = rows.filter((row) => group?.contains(row));
      const left = own.filter((row) => !row.hasAttribute("hidden")).length;
      const head = count.closest("th");
      count.textContent = left < own.length ? fill(says.part, { k: left, n: own.length }) : `${left}`;
      if (head) head.colSpan = columns + 1;
      head?.parentElement?.toggleAttribute("hidden", !left);
    }
  }

  /**
   * The words on a closed list: what is chosen, or of how many.
   * @param {HTMLDetailsElement} list
   */
  function name(list) {
    const all = [...list.querySelectorAll("input")];
    const own = all.filter((box) => box.checked);
    const counts = { k: own.length, n: all.length };
    const said = fill((own.length ? list.dataset.some : list.dataset.all) ?? "", counts);
    const summary = list.querySelector("summary");
    if (summary) summary.textContent = own.length === 1 ? labels(own[0].name) : said;
  }

  /**
   * Whether a row holds what is looked for and, in a table by economy, any of them has a part in it.
   * @param {Element} row
   * @param {ReturnType<typeof read>} choice
   */
  function wanted(row, choice) {
    const part = !choice.c.length || row.querySelector("td[data-c]:not([hidden], .no)");
    return Boolean(part) && folded(row.querySelector("th")?.textContent ?? "").includes(folded(choice.q));
  }

  /** The id that the address names; none where a link was cut within a letter. */
  const named = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  const follow = () => {
    const anchor = location.hash.length > 1 && !location.hash.includes("=");
    const target = anchor && document.getElementById(named());
    if (!anchor || (target && target.closest("[hidden]"))) show(read(location.hash));
  };

  /** @param {boolean} quiet  typing leaves no trail in the history */
  function choose(quiet) {
    const choice = picked();
    const address = location.href.split("#")[0] + (written(choice) && `#${written(choice)}`);
    if (quiet) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    show(choice);
  }

  form.hidden = false;
  form.addEventListener("change", (event) => event.target !== find && choose(false));
  find?.addEventListener("input", () => choose(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    form.reset();
    choose(false);
    form.querySelector("summary")?.focus();
  });
  form.addEventListener("keydown", (event) => {
    const open = event.target instanceof Element ? event.target.closest("details[open]") : null;
    if (event.key !== "Escape" || !(open instanceof HTMLDetailsElement)) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    for (const list of lists) if (event.target instanceof Node && !list.contains(event.target)) list.open = false;
  });
  form.addEventListener("focusout", (event) => {
    for (const list of lists)
      if (event.relatedTarget instanceof Node && !list.contains(event.relatedTarget)) list.open = false;
  });
  addEventListener("popstate", follow);
  addEventListener("pageshow", follow); // a browser may tick boxes anew
  addEventListener("hashchange", follow);
  show(read(location.hash));
})();
