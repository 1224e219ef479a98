// @ts-check
/* Columns joined into rows, as view/comparison/comparison.py joins them: a test holds the two against
   each other. Nothing is computed about an economy here; cells that Python labelled are laid side by
   side and counted. */

/** @typedef {{state: string, token: string, html: string, topics: string[], listed: boolean}} Cell */
/** @typedef {{key: string, title: string, detail: string, topics: string[], places: number[], cells: Cell[], share: number, different: boolean}} Row */
/**
 * @typedef {object} Joined
 * @property {Part} part
 * @property {(Cell | null)[]} text
 * @property {Row[]} rows
 * @property {Row[]} figures  by indicator
 * @property {number[]} shared  rows by the number of columns that are in them
 * @property {number} unknown
 * @property {number} between
 */

/**
 * @param {CellData} data
 * @returns {Cell}
 */
function cellOf([state, token, html, topics, listed]) {
  return { state, token, html, topics, listed: Boolean(listed) };
}

/**
 * Join the columns of a choice; show and find are left to `filtered`.
 * @param {Choice} choice
 * @returns {Joined}
 */
function join(choice) {
  const columns = choice.economies.map((code) => profilegen.columns[code]);
  const own = columns.map((column) => column.sections[choice.section]);
  const rows = sections[choice.section].records ? byRecord(choice, columns) : byTopic(choice, own);
  rows.sort((a, b) => b.share - a.share); // stable: the order within a share stays
  const cells = rows.flatMap((row) => row.cells);
  return {
    part: part(choice.section),
    text: choice.topic ? [] : own.map((section) => section.text && cellOf(section.text)),
    rows,
    figures: byIndicator(choice),
    shared: Array.from({ length: columns.length + 1 }, (_, n) => count(rows, (row) => row.share === n)),
    unknown: count(cells, (cell) => cell.state === rules.unknown),
    between: count(rows, (row) => opposed(row.cells)),
  };
}

/**
 * @template T
 * @param {T[]} list
 * @param {(item: T) => boolean} test
 */
const count = (list, test) => list.filter(test).length;

/**
 * @param {Omit<Row, "share" | "different">} row
 * @returns {Row}
 */
function compared(row) {
  return {
    ...row,
    share: count(row.cells, (cell) => rules.inside.includes(cell.state)),
    different: new Set(row.cells.map((cell) => cell.token)).size > 1,
  };
}

/**
 * @param {Choice} choice
 * @param {ColumnData[]} columns
 * @returns {Row[]}
 */
function byRecord(choice, columns) {
  const heads = profilegen.rows[choice.section];
  const rows = [];
  for (const [key, title, detail, rest, topics, places] of heads.rows) {
    const own = columns.map((column) => {
      const { cells } = column.sections[choice.section];
      return Object.hasOwn(cells, key) ? cellOf(column.pool[cells[key]]) : null;
    });
    if (!own.some(Boolean)) continue;
    const cells = own.map((cell) => cell ?? cellOf(heads.rests[rest]));
    if (sections[choice.section].between && !opposed(cells) && !own.some((cell) => cell?.listed)) continue;
    const about = [...topics, ...cells.flatMap((cell) => cell.topics)];
    if (choice.topic && !about.includes(choice.topic)) continue;
    rows.push(compared({ key, title, detail, topics: about, places, cells }));
  }
  return rows;
}

/** @param {Cell[]} cells */
function opposed(cells) {
  return rules.opposite.every((side) => cells.some((cell) => cell.token === side));
}

/**
 * An entry stands under its first topic, or under the chosen one; its others point there.
 * @param {Choice} choice
 * @param {SectionData[]} own
 * @returns {Row[]}
 */
function byTopic(choice, own) {
  const rows = [];
  for (const [key, name, address] of profilegen.data.topics) {
    if (choice.topic && key !== choice.topic) continue;
    const lists = own.map((section) => section.items.filter(([topics]) => topics.includes(key)));
    if (!lists.some((list) => list.length)) continue;
    const cells = lists.map((list, at) => {
      if (!list.length) return cellOf(own[at].rest);
      const html = list.map(([topics, full, points]) =>
        choice.topic || topics[0] === key ? full : points,
      );
      return cellOf([rules.listed, rules.entered, fill(marks.entries, { list: html.join("") }), [], 1]);
    });
    const words = escaped(name);
    const title = address ? fill(marks.link, { address, words }) : words;
    rows.push(compared({ key, title, detail: "", topics: [key], places: [], cells }));
  }
  return rows;
}

/**
 * Rows as `show` and `find` want them.
 * @param {Row[]} rows
 * @param {Choice} choice
 */
function filtered(rows, choice) {
  const wanted = folded(choice.find);
  return rows.filter(
    (row) =>
      (choice.show === "all" || (choice.show === "shared" ? row.share >= rules.least : row.different)) &&
      (!wanted || heard(row).includes(wanted)),
  );
}

/**
 * All words of a row, as a search compares them.
 * @param {Row} row
 */
function heard(row) {
  const box = new DOMParser().parseFromString(
    [row.title, escaped(row.detail), ...row.cells.map((cell) => cell.html)].join(" "),
    "text/html",
  );
  return folded(box.body.textContent ?? "");
}

/** @param {string} text */
const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * Rows in groups; none is empty.
 * @param {Row[]} rows
 * @param {ShareGroup[]} groups
 * @returns {{title: string, rows: Row[]}[]}
 */
function grouped(rows, groups) {
  return groups
    .map(({ title, low, high }) => ({
      title,
      rows: rows.filter((row) => row.share >= low && row.share <= high),
    }))
    .filter((group) => group.rows.length);
}

/**
 * The sentence, in two parts: who, and what is shared.
 * @param {Choice} choice
 * @param {Joined} joined
 * @returns {[string, string]}
 */
function sentence(choice, joined) {
  const who = listed(choice.economies.map((code) => place(code).article));
  return [`${who[0].toUpperCase()}${who.slice(1)}:`, `${said(joined, choice.economies.length)}.`];
}

/**
 * @param {Joined} joined
 * @param {number} wide
 */
function said({ part, rows, shared, unknown, between }, wide) {
  const section = sections[part.number];
  if (!rows.length) return section.nothing;
  const told = section.between
    ? phrase(section.between, between) + phrase(counted.listed, rows.length - between)
    : section.groups[wide]
        .flatMap(({ low, high, said }) => {
          const number = shared.slice(low, high + 1).reduce((a, b) => a + b, 0);
          return said ? [phrase(said, number)] : [];
        })
        .join(", ");
  return told + phrase(counted.unknown, unknown);
}
