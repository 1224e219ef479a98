// @ts-check
/* A note opened in a comparison is as wide as its column, so that the other columns stay readable. */

const NARROWEST = 260; // pixels

/**
 * @param {HTMLAnchorElement} link
 * @returns {Setting | null}
 */
function inColumn(link) {
  const cell = link.closest("td");
  if (!cell || !cell.closest("#result")) return null;
  const row = cell.closest("tr");
  const title = (row?.querySelector(".title") ?? row?.querySelector("th"))?.textContent ?? "";
  const code = cell.querySelector(".code")?.textContent ?? "";
  const column = cell.getBoundingClientRect();
  return {
    title: fill(say.note, { label: link.textContent ?? "", name: place(code).name, title }),
    column,
    width: Math.max(column.width, NARROWEST),
    close: say.close_note, // and no links: the fragment is the choice
  };
}
