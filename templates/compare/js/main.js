// @ts-check
/* The address changes, the page follows. */

let turn = 0; // of the newest change: one that loads slowly does not overwrite it

/** Show what the address says. */
async function follow() {
  const mine = ++turn;
  const { choice, lost } = read(location.hash);
  closeNote(false);
  showChips(choice);
  if (!element("picker").hidden) showOptions();
  showControls(choice);
  notice(choice, lost);
  const enough = choice.economies.length >= rules.least;
  element("result").hidden = element("show").hidden = element("tools").hidden = !enough;
  element("after").hidden = !enough;
  element("suggested").hidden = enough;
  element("crumb").textContent = sections[choice.section].crumb;
  if (!enough) {
    const [first] = choice.economies;
    element("sentence").textContent = first ? fill(say.choose_more, { name: place(first).name }) : say.choose;
    document.title = fill(say.page_of, { series: profilegen.data.series });
    element("suggested").innerHTML = suggestions(choice);
    focusAgain();
    return;
  }
  try {
    await fetched(choice);
  } catch (error) {
    if (mine === turn) warn(fill(say.not_loaded, { name: error instanceof Error ? error.message : say.a_column }));
    return;
  }
  if (mine === turn) show(choice);
}

/**
 * Economies to begin with, or to add, as links: the address is all that a choice needs.
 * @param {Choice} choice
 */
function suggestions(choice) {
  return profilegen.data.places
    .filter((one) => !choice.economies.includes(one.code))
    .map((one) => {
      const fragment = written({ ...choice, economies: [...choice.economies, one.code] });
      return fill(marks.suggested, { address: escaped(fragment), name: escaped(one.name), native: nativeHtml(one) });
    })
    .join("");
}

/** @param {Choice} choice */
function show(choice) {
  const joined = join(choice);
  const rows = filtered(joined.rows, choice);
  const figures = filtered(joined.figures, choice);
  const all = [...joined.rows, ...joined.figures];
  const [who, what] = sentence(choice, joined);
  const before = element("sentence").textContent;
  element("sentence").innerHTML = fill(marks.sentence, { who: escaped(who), what: escaped(what) });
  document.title = titled(choice);
  element("legend").innerHTML = legendHtml(rows, figures);
  element("table").innerHTML = tableHtml(choice, joined, rows, figures);
  element("count-all").textContent = String(all.length);
  element("count-shared").textContent = String(count(all, (row) => row.share >= rules.least));
  element("count-different").textContent = String(count(all, (row) => row.different));
  element("cite").textContent = citation(choice);
  showTopics(choice);
  const left = choice.find || choice.show !== "all" ? ` ${phrase(counted.shown, rows.length + figures.length)}.` : "";
  if (before !== `${who} ${what}` || left) tell(`${who} ${what}${left}`);
  document.body.dataset.shown = written(choice); // what tests and other scripts may wait for
  focusAgain();
}

/**
 * Controls show the choice; what is being typed is left alone.
 * @param {Choice} choice
 */
function showControls(choice) {
  select("section").value = String(choice.section);
  const find = field("find");
  if (find !== document.activeElement) find.value = choice.find;
  for (const radio of document.querySelectorAll('input[name="show"]'))
    if (radio instanceof HTMLInputElement) radio.checked = radio.value === choice.show;
}

/**
 * Topics that the chosen economies have in the section, and the chosen one.
 * @param {Choice} choice
 */
function showTopics(choice) {
  const whole = join({ ...choice, topic: "" });
  const there = new Set([...whole.rows, ...whole.figures].flatMap((row) => row.topics));
  const topics = profilegen.data.topics.filter(([key]) => there.has(key) || key === choice.topic);
  select("topic").innerHTML = [["", say.all_topics], ...topics]
    .map(([value, words]) => fill(marks.topic, { value: escaped(value), words: escaped(words) }))
    .join("");
  select("topic").value = choice.topic;
}

/**
 * What a reader has to know of a link: another edition, economies that are not here.
 * @param {Choice} choice
 * @param {string[]} lost
 */
function notice(choice, lost) {
  const told = [];
  const { edition } = profilegen.data;
  if (choice.edition && choice.edition !== edition)
    told.push(fill(say.edition, { then: choice.edition, now: edition }));
  if (lost.length) told.push(phrase(counted.lost, lost.length, { names: listed(lost) }));
  warn(told.join(" "));
}

/** @param {string} words */
function warn(words) {
  element("notice").textContent = words;
  element("notice").hidden = !words;
}

/** @param {string} id */
function select(id) {
  const found = element(id);
  if (!(found instanceof HTMLSelectElement)) throw new Error(id);
  return found;
}

/** @param {string} id */
function field(id) {
  const found = element(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(id);
  return found;
}

function start() {
  element("compare").hidden = false;
  element("plain").hidden = true;
  pickEvents();
  noteEvents(inColumn);
  toolEvents();
  select("section").addEventListener("change", () => choose({ section: Number(select("section").value), topic: "" }));
  select("topic").addEventListener("change", () => choose({ topic: select("topic").value }));
  field("find").addEventListener("input", () => choose({ find: field("find").value }, true));
  element("show").addEventListener("change", (event) => {
    const value = event.target instanceof HTMLInputElement ? event.target.value : "all";
    choose({ show: value === "shared" || value === "different" ? value : "all" });
  });
  addEventListener("hashchange", () => {
    if (!location.hash || location.hash.includes("=")) follow();
  });
  follow();
}

start();
