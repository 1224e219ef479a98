// @ts-check
/* A note opened beside its call: below its line and never over it, so that the call stays readable.
   The same note stands in full at its own place; without this script the call leads there. */
"use strict";

/**
 * @typedef {object} Setting  where a note opens
 * @property {string} title
 * @property {string} close  what the button says that closes it
 * @property {DOMRect} column  what it stays in
 * @property {number} width
 * @property {{source: string, all: string}} [links]  what links to its source and to the list say
 */

/** @type {HTMLAnchorElement | null} */
let call = null;

/** @returns {HTMLElement} */
function noteBox() {
  const found = document.getElementById("note");
  if (found) return found;
  const box = document.createElement("div");
  box.id = "note";
  box.hidden = true;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-labelledby", "note-title");
  box.innerHTML =
    '<div class="top"><h2 id="note-title" tabindex="-1"></h2>' +
    '<button type="button" id="note-close">\u00d7</button></div>' +
    '<div id="note-text"></div><p id="note-links"></p>';
  document.querySelector("main")?.append(box);
  box.querySelector("button")?.addEventListener("click", () => closeNote());
  return box;
}

/**
 * @param {HTMLElement} box
 * @param {string} id
 */
function piece(box, id) {
  const found = box.querySelector(`#${id}`);
  if (!(found instanceof HTMLElement)) throw new Error(id);
  return found;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Setting} setting
 */
function openNote(link, setting) {
  closeNote(false);
  const note = document.getElementById(link.hash.slice(1));
  const body = note?.cloneNode(true);
  if (!(body instanceof HTMLElement)) return;
  call = link;
  link.classList.add("open");
  link.setAttribute("aria-expanded", "true");
  for (const own of body.querySelectorAll(".n, .return")) own.remove();
  for (const own of body.querySelectorAll("[id]")) own.removeAttribute("id");
  const box = noteBox();
  piece(box, "note-title").textContent = setting.title;
  piece(box, "note-close").setAttribute("aria-label", setting.close);
  piece(box, "note-text").innerHTML = body.innerHTML;
  piece(box, "note-links").replaceChildren(...(setting.links ? noteLinks(link, body, setting.links) : []));
  box.hidden = false;
  const line = link.getBoundingClientRect();
  const home = (box.offsetParent ?? document.documentElement).getBoundingClientRect();
  box.style.width = `${setting.width}px`;
  const middle = line.left + line.width / 2 - box.offsetWidth / 2;
  const last = Math.min(setting.column.right, innerWidth) - box.offsetWidth;
  const left = Math.max(0, Math.min(Math.max(middle, setting.column.left), last));
  box.style.left = `${left - home.left}px`;
  box.style.top = `${line.bottom - home.top + 8}px`;
  piece(box, "note-title").focus({ preventScroll: true });
  const floor = box.getBoundingClientRect();
  if (getComputedStyle(box).position === "fixed") {
    if (line.bottom > floor.top - 16) scrollBy(0, line.bottom - floor.top + 32);
  } else if (floor.bottom > innerHeight) box.scrollIntoView({ block: "nearest" });
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} body
 * @param {{source: string, all: string}} says
 */
function noteLinks(link, body, says) {
  const sources = [...body.querySelectorAll("a")].filter((a) => /^https?:$/.test(a.protocol));
  const out = [];
  if (sources.length === 1 && sources[0]) out.push(to(sources[0].href, says.source));
  const all = to(link.hash, says.all);
  all.addEventListener("click", () => closeNote(false));
  return [...out, all];
}

/**
 * @param {string} href
 * @param {string} said
 */
function to(href, said) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = said;
  return link;
}

/** @param {boolean} [back]  whether the focus returns to the call */
function closeNote(back = true) {
  if (!call) return;
  noteBox().hidden = true;
  call.classList.remove("open");
  call.removeAttribute("aria-expanded");
  if (back) call.focus({ preventScroll: true });
  call = null;
}

/** @param {(link: HTMLAnchorElement) => Setting | null} placed */
function noteEvents(placed) {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest(".call a");
    if (link instanceof HTMLAnchorElement) {
      const setting = placed(link);
      if (!setting) return;
      event.preventDefault();
      if (link === call) closeNote();
      else openNote(link, setting);
    } else if (call && !event.target.closest("#note")) closeNote(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && call) closeNote();
  });
}

/**
 * In running text a note stays within the text's column.
 * @param {HTMLAnchorElement} link
 * @param {{title: string, close: string, source: string, all: string}} says
 * @returns {Setting | null}
 */
function inText(link, says) {
  const column = link.closest(".text, main")?.getBoundingClientRect();
  const title = says.title.replace("{label}", link.textContent ?? "");
  return column ? { title, close: says.close, column, width: 372, links: says } : null;
}

/** What is said of a note, as Python hands it over; compare.html starts and says that itself. */
const noteWords = document.currentScript?.dataset.says;
if (noteWords) noteEvents((link) => inText(link, JSON.parse(noteWords)));
