// @ts-check
/* Figures side by side, as view/comparison/figures.py lays them: a part that two columns have stands
   in both, marked where they are unlike; the total has its own line before them; parts that one has
   alone are summed up. */

/** @typedef {Map<string, FigureData[]>} Strands  figures by whose and of which part, the latest first */

/**
 * Rows of the indicators of which a column has figures in the section.
 * @param {Choice} choice
 * @returns {Row[]}
 */
function byIndicator(choice) {
  const own = choice.economies.map((code) => profilegen.figures[`${code}-${choice.section}`]);
  if (!own.some(Boolean)) return [];
  const rows = [];
  for (const [key, title, detail, topics] of profilegen.measures.rows) {
    const bundles = own.map((one) => one?.own[key]);
    if (!bundles.some(Boolean) || (choice.topic && !topics.includes(choice.topic))) continue;
    const cells = sideBySide(bundles, own).map((cell, at) => cell ?? without(key, choice, at));
    rows.push(compared({ key, title, detail, topics, places: [], cells }));
  }
  return rows.sort((a, b) => b.share - a.share);
}

/**
 * The cell of an economy without figures of an indicator in the section.
 * @param {string} key
 * @param {Choice} choice
 * @param {number} at
 */
function without(key, choice, at) {
  const own = profilegen.columns[choice.economies[at]].sections;
  const other = Object.keys(own).find((number) => own[number].measured?.includes(key));
  const { elsewhere, gaps } = profilegen.measures;
  return cellOf(other ? elsewhere[other] : gaps[own[choice.section].state]);
}

/**
 * @param {(BundleData[] | undefined)[]} bundles
 * @param {MeasuredData[]} own
 * @returns {(Cell | null)[]}
 */
function sideBySide(bundles, own) {
  /** @type {Strands[]} */
  const strands = bundles.map(
    (column) =>
      new Map(
        column?.flatMap(([whose, , list]) =>
          list.map(([part, figures]) => /** @type {const} */ ([`${whose}\n${part}`, figures])),
        ),
      ),
  );
  const first = bundles.findIndex(Boolean);
  return bundles.map((column, at) => {
    if (!column) return null;
    const shown = column.flatMap(([whose, total, list, brief]) => {
      const mark = at === first ? "" : apart(whose, rules.letters[first], bundles[first] ?? []);
      const lines = list.filter(
        ([part]) => !brief || !part || count(strands, (mine) => mine.has(`${whose}\n${part}`)) > 1,
      );
      const rest = brief && !lines.some(([part]) => part) ? [{ amount: brief, mark, left: 0 }] : [];
      const left = rest.length ? 0 : total - lines.length;
      const told = lines.map(([part], line) => {
        const key = `${whose}\n${part}`;
        const base = strands.findIndex((mine) => mine.has(key));
        const [amount, traits] = picked(strands, key, at, own);
        const differs = base === at ? "" : unlike(picked(strands, key, base, own)[1], traits);
        const said = differs && fill(say.unlike, { letter: rules.letters[base], marks: differs });
        return { amount, mark: base === at ? mark : said, left: line === lines.length - 1 ? left : 0 };
      });
      return [...told, ...rest];
    });
    const before = profilegen.columns[own[at].code].sections[own[at].section].notes.length;
    const html = fill(marks.measures, { list: shown.map(measured).join("") }).replace(
      /data-n=(\d+)/g, // the figures' notes follow those of the section
      (_, number) => `data-n=${Number(number) + before}`,
    );
    const token = shown.map(({ amount, left }) => [amount.replace(/<sup.*?<\/sup>/g, ""), left]).join("\n");
    return cellOf([rules.listed, token, html, [], 0]);
  });
}

/**
 * Why figures have none in the base's column to stand beside.
 * @param {string} whose
 * @param {string} letter  of the base
 * @param {BundleData[]} column  the base's
 */
function apart(whose, letter, column) {
  if (column.some(([known]) => known === whose)) return fill(say.another_part, { letter });
  return fill(whose ? say.another_economy : say.base_another, { letter });
}

/**
 * The figure of the one period chosen for all columns that have the part, or the latest: a period
 * for which all have a figure before one for which some have; of those the latest.
 * @param {Strands[]} strands
 * @param {string} key
 * @param {number} at
 * @param {MeasuredData[]} own
 * @returns {[html: string, traits: Trait[]]}
 */
function picked(strands, key, at, own) {
  const lists = strands.map((mine, column) =>
    (mine.get(key) ?? []).map(
      ([html, traits]) =>
        /** @type {[string, Trait[]]} */ ([html, traits === undefined ? [] : own[column].traits[traits]]),
    ),
  );
  const having = lists.filter((list) => list.length);
  /** @type {(string | null)[]} */
  const chosen = [null, null]; // all have a figure for the first, some for the second
  for (const [, traits] of having.length > 1 ? having[0] : []) {
    const period = valued(traits, rules.period);
    const found = having.map((list) => list.find(([, other]) => valued(other, rules.period) === period));
    if (period === rules.unstated || !found.every(Boolean)) continue;
    const [gap, there] = rules.gap;
    const gaps = count(found, (one) => Boolean(one && valued(one[1], gap) === there));
    if (gaps < found.length) chosen[gaps ? 1 : 0] ??= period;
  }
  const wanted = chosen[0] ?? chosen[1];
  return lists[at].find(([, traits]) => wanted && valued(traits, rules.period) === wanted) ?? lists[at][0];
}

/**
 * What a figure is in one respect.
 * @param {Trait[]} traits
 * @param {string} wanted
 */
const valued = (traits, wanted) => traits.find(([name]) => name === wanted)?.[1] ?? null;

/**
 * In what a figure differs from the one it is set beside, besides its value.
 * @param {Trait[]} base
 * @param {Trait[]} other
 */
function unlike(base, other) {
  return other
    .flatMap(([name, value, told], at) => {
      const [, before, said] = base[at];
      if (name === rules.period && [value, before].includes(rules.unstated))
        return [value === rules.unstated ? say.period_unstated : profilegen.traits[name]];
      if (value === before || value === null || before === null) return [];
      const named = profilegen.traits[name];
      return [told && said && told !== said ? fill(say.unlike_told, { name: named, other: told, base: said }) : named];
    })
    .join("; ");
}

/**
 * A line of a cell.
 * @param {{amount: string, mark: string, left: number}} line  `left` parts do not stand here
 */
function measured({ amount, mark, left }) {
  const parts = fill(say.more_parts, { parts: phrase(counted.others, left) });
  return fill(marks.measure, {
    amount,
    unlike: mark && fill(marks.unlike, { words: escaped(mark) }),
    more: left ? fill(marks.aside, { words: parts }) : "",
  });
}
