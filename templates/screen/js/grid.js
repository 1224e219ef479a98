// @ts-check
// A matrix by keyboard: one stop of the Tab key, arrows move from cell to cell, Home and End to the
// row's ends, with Ctrl to the table's; Enter follows. Row and column of the cell are tinted.
// Without scripts every link is a stop of its own.
"use strict";

(() => {
  /** @param {HTMLTableElement} table */
  function grid(table) {
    /** @type {HTMLTableCellElement | undefined} */
    let stop; // the cell at which the Tab key stops

    /** Cells that can be gone to: headings of groups and what is filtered out are none. */
    const lines = () =>
      [...table.rows]
        .filter((row) => !row.closest("[hidden]") && !row.classList.contains("group"))
        .map((row) => [...row.cells].filter((cell) => !cell.hidden));

    /** @param {HTMLTableCellElement} cell */
    function stopAt(cell) {
      if (stop) stop.tabIndex = -1;
      stop = cell;
      cell.tabIndex = 0;
    }

    const settle = () => {
      const all = lines().flat();
      if (!stop || !all.includes(stop)) stopAt(table.querySelector("tbody tr:not(.group, [hidden]) th") ?? all[0]);
    };

    /** @param {HTMLTableCellElement | null} cell */
    function tint(cell) {
      const at = cell && cell.cellIndex;
      for (const row of table.rows)
        for (const one of row.cells) one.classList.toggle("lit", Boolean(at) && one.cellIndex === at && one.colSpan === 1);
    }

    table.setAttribute("role", "grid");
    table.setAttribute("aria-label", table.parentElement?.getAttribute("aria-label") ?? "");
    table.parentElement?.removeAttribute("tabindex");
    for (const link of table.querySelectorAll("a")) link.tabIndex = -1;
    settle();
    document.addEventListener("shown", settle);

    table.addEventListener("focusin", (event) => {
      const cell = event.target instanceof Element ? event.target.closest("th, td") : null;
      if (!(cell instanceof HTMLTableCellElement)) return;
      stopAt(cell);
      tint(cell);
    });
    table.addEventListener("focusout", () => tint(null));
    table.addEventListener("keydown", (event) => {
      if (!stop || event.altKey || event.metaKey) return;
      const all = lines();
      const row = all.findIndex((line) => stop && line.includes(stop));
      if (row < 0) return;
      const column = all[row].indexOf(stop);
      const ends = event.ctrlKey;
      /** @type {Record<string, [row: number, column: number]>} */
      const moves = {
        ArrowLeft: [row, column - 1],
        ArrowRight: [row, column + 1],
        ArrowUp: [row - 1, column],
        ArrowDown: [row + 1, column],
        Home: [ends ? 0 : row, 0],
        End: [ends ? all.length - 1 : row, Infinity],
      };
      const to = moves[event.key];
      if (to) {
        const line = all[Math.max(0, Math.min(to[0], all.length - 1))];
        stopAt(line[Math.max(0, Math.min(to[1], line.length - 1))]);
        stop.focus();
      } else if (event.key === "Enter" && event.target === stop) {
        const link = stop.querySelector("a");
        if (!link) return;
        link.click();
      } else return;
      event.preventDefault();
    });
  }

  for (const table of document.querySelectorAll("table.matrix")) if (table instanceof HTMLTableElement) grid(table);
})();
