// @ts-check
/* A note opened beside its call: as wide as its column, below its line, so that the call and the
   other columns stay readable. The same note stands in full under the table. */

/** @type {HTMLAnchorElement | null} */
let call = null;

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
}

/** @param {HTMLAnchorElement} link */
function openNote(link) {
  closeNote(false);
  const label = link.textContent ?? "";
  const note = document.getElementById(`fn-${label}`);
  const cell = link.closest("td");
  if (!note || !cell) return;
  call = link;
  link.classList.add("open");
  link.setAttribute("aria-expanded", "true");
  const box = element("note");
  const row = cell.closest("tr");
  const title = (row?.querySelector(".title") ?? row?.querySelector("th"))?.textContent ?? "";
  const code = cell.querySelector(".code")?.textContent ?? "";
  element("note-title").textContent = `Note ${label} \u00b7 ${place(code).name}, ${title}`;
  const body = note.cloneNode(true);
  if (!(body instanceof HTMLElement)) return;
  body.querySelector(".n")?.remove();
  element("note-text").innerHTML = body.innerHTML;
  const home = element("result").getBoundingClientRect();
  const column = cell.getBoundingClientRect();
  const line = link.getBoundingClientRect();
  box.hidden = false;
  box.style.left = `${column.left - home.left}px`;
  box.style.top = `${line.bottom - home.top + 8}px`;
  box.style.width = `${Math.max(column.width, 260)}px`;
  const over = column.left + box.offsetWidth - home.right;
  if (over > 0) box.style.left = `${column.left - home.left - over}px`;
  element("note-title").focus({ preventScroll: true });
  const floor = box.getBoundingClientRect();
  if (getComputedStyle(box).position === "fixed") {
    if (line.bottom > floor.top - 16) scrollBy(0, line.bottom - floor.top + 32);
  } else if (floor.bottom > innerHeight) box.scrollIntoView({ block: "nearest" });
}

/** @param {boolean} [back]  whether the focus returns to the call */
function closeNote(back = true) {
  element("note").hidden = true;
  if (!call) return;
  call.classList.remove("open");
  call.removeAttribute("aria-expanded");
  if (back) call.focus();
  call = null;
}

function noteEvents() {
  element("result").addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".call a") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault(); // the fragment is the choice
    if (link === call) closeNote();
    else openNote(link);
  });
  element("note-close").addEventListener("click", () => closeNote());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && call) closeNote();
  });
  document.addEventListener("click", (event) => {
    const inside = event.target instanceof Element && event.target.closest("#note, .call");
    if (call && !inside) closeNote(false);
  });
}
