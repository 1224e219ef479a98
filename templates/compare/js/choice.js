// @ts-check
/* The choice is the address: whatever changes it writes the fragment, and the page follows it. So
   reload, back and a mailed link show the same. */

/**
 * @typedef {object} Choice
 * @property {string[]} economies  the base first
 * @property {number} section
 * @property {string} topic
 * @property {"all" | "shared" | "different"} show
 * @property {string} find
 * @property {string} edition  the edition that a link was made with
 */

/**
 * Read a fragment; what is not known is left out and named in `lost`.
 * @param {string} fragment
 * @returns {{choice: Choice, lost: string[]}}
 */
function read(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const { places, parts, topics } = profilegen.data;
  const codes = (given.get("c") ?? "").split(",").filter(Boolean);
  const known = [...new Set(codes)].filter((code) => places.some((one) => one.code === code));
  const lost = codes.filter((code) => !known.includes(code));
  const section = Number(given.get("s"));
  const wanted = (given.get("t") ?? "").toLowerCase();
  const topic = topics.find(([key, name]) => [key, name].some((one) => one.toLowerCase() === wanted));
  const show = given.get("show");
  return {
    choice: {
      economies: known.slice(0, rules.wide),
      section: parts.some((one) => one.number === section) ? section : rules.first,
      topic: topic ? topic[0] : "",
      show: show === "shared" || show === "different" ? show : "all",
      find: given.get("q") ?? "",
      edition: given.get("e") ?? "",
    },
    lost: [...lost, ...known.slice(rules.wide)],
  };
}

/**
 * The fragment of a choice, with the edition that it shows.
 * @param {Choice} choice
 */
function written(choice) {
  const given = new URLSearchParams();
  given.set("c", choice.economies.join(","));
  given.set("s", String(choice.section));
  if (choice.topic) given.set("t", choice.topic);
  if (choice.show !== "all") given.set("show", choice.show);
  if (choice.find) given.set("q", choice.find);
  given.set("e", profilegen.data.edition);
  return `#${given.toString().replaceAll("%2C", ",")}`;
}

/** The choice that the address holds. */
const chosen = () => read(location.hash).choice;

/**
 * Change the choice by changing the address; typing leaves no trail in the history.
 * @param {Partial<Choice>} change
 * @param {boolean} [quiet]
 */
function choose(change, quiet = false) {
  const fragment = written({ ...chosen(), ...change });
  if (quiet) location.replace(fragment);
  else location.hash = fragment;
}
