// @ts-check
// Search on the first page. The data is a script of its own, loaded when the field is first used;
// without scripts the form stays hidden and the page's lists lead everywhere.
"use strict";

(() => {
  const MOST = 30;

  /** @typedef {[title: string, native: string, also: string, kind: string, where: string, href: string]} Hit */

  /** @type {{hit: Hit, title: string, text: string}[]} */
  let index = [];
  let asked = false;

  const form = document.getElementById("search");
  const field = document.getElementById("search-field");
  const told = document.getElementById("search-told");
  const list = document.getElementById("search-found");
  if (!(form instanceof HTMLFormElement && field instanceof HTMLInputElement && told && list)) return;

  /** What it says of what it found, as Python hands it over. */
  const says = JSON.parse(form.dataset.says ?? "");

  /**
   * @param {string} pattern
   * @param {Record<string, unknown>} values
   */
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /**
   * Letters without case, width and accents; Hangul in its parts, so that half a syllable finds.
   * @param {string} text
   */
  const folded = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[\u2010-\u2014]/g, "-");

  /** @param {Hit[]} hits */
  const take = (hits) => {
    index = hits.map((hit) => ({ hit, title: folded(hit[0]), text: folded(hit.join(" ")) }));
    show();
  };
  Object.assign(window, { profilegenSearch: take });

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = "assets/search-data.js";
    document.head.append(script);
  };

  /**
   * Hits that hold every word; those whose title begins with the first come first.
   * @param {string} query
   */
  const find = (query) => {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const rank = (/** @type {string} */ title) =>
      title.startsWith(words.join(" ")) ? 0 : words.every((word) => title.includes(word)) ? 1 : 2;
    return index
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map(({ hit, title }) => ({ hit, rank: rank(title) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ hit }) => hit);
  };

  /** @param {Hit} hit */
  const row = ([title, native, , kind, where, href]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = title;
    item.append(link);
    if (native) {
      const own = document.createElement("bdi");
      own.className = "native";
      own.textContent = native;
      item.append(" ", own);
    }
    const place = document.createElement("span");
    place.textContent = where ? `${kind}, ${where}` : kind;
    item.append(place);
    return item;
  };

  const show = () => {
    const query = field.value.trim();
    const found = find(query);
    list.replaceChildren(...found.slice(0, MOST).map(row));
    list.hidden = !found.length;
    const said = found.length > MOST ? says.first : found.length ? says.some : says.none;
    told.textContent = query && index.length ? fill(said, { n: found.length, most: MOST }) : "";
  };

  const links = () => [...list.querySelectorAll("a")];

  form.hidden = false;
  field.addEventListener("focus", load);
  field.addEventListener("input", () => {
    load();
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  form.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    if (event.key === "Escape" && field.value) {
      field.value = "";
      field.focus();
      show();
    } else if (event.key === "ArrowDown" && all.length) {
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at ? all[at - 1] : field).focus();
    } else return;
    event.preventDefault();
  });
})();
