// @ts-check
/* The chosen economies as chips, and the list from which one is added: a combobox with a list. */

let active = 0; // the option that the arrows stand on

/** @param {Choice} choice */
function showChips(choice) {
  const list = element("chips");
  list.innerHTML = choice.economies
    .map((code, at) => {
      const name = escaped(place(code).name);
      const own = { code, name, remove: fill(say.remove, { name }) };
      return at
        ? fill(marks.chip, { ...own, make_base: fill(say.make_base, { name }) })
        : fill(marks.base_chip, { ...own, base: say.base });
    })
    .join("");
}

/** @param {string} code */
function makeBase(code) {
  const { economies } = chosen();
  choose({ economies: [code, ...economies.filter((one) => one !== code)] });
  refocus = "#chips .base-button";
}

/** @param {string} code */
function remove(code) {
  choose({ economies: chosen().economies.filter((one) => one !== code) });
  refocus = "#add";
}

let refocus = ""; // what gets the focus after the next change: what had it may be gone

function focusAgain() {
  if (!refocus) return;
  const target = document.querySelector(refocus);
  if (target instanceof HTMLElement) target.focus();
  refocus = "";
}

/** Economies whose name in any script, or code, holds what was typed. */
function options() {
  const field = element("pick-field");
  const wanted = folded(field instanceof HTMLInputElement ? field.value : "");
  return profilegen.data.places.filter((one) =>
    folded(`${one.name} ${one.article} ${one.code} ${one.native?.[0] ?? ""}`).includes(wanted),
  );
}

function showOptions() {
  const { economies } = chosen();
  const found = options();
  active = Math.max(0, Math.min(active, found.length - 1));
  element("pick-list").innerHTML = found
    .map((one, at) => {
      const place = economies.indexOf(one.code);
      const told = place < 0 ? fill(say.option, one) : place ? say.chosen : say.base;
      return fill(marks.option, {
        at,
        code: one.code,
        selected: String(place >= 0),
        name: escaped(one.name),
        native: nativeHtml(one),
        told,
      });
    })
    .join("");
  element("pick-room").textContent = found.length ? room[rules.wide - economies.length] : say.unmatched;
  const field = element("pick-field");
  if (found.length) field.setAttribute("aria-activedescendant", `option-${active}`);
  else field.removeAttribute("aria-activedescendant");
  const option = document.getElementById(`option-${active}`);
  option?.classList.add("active");
  option?.scrollIntoView({ block: "nearest" });
}

/**
 * @param {boolean} open
 * @param {boolean} [back]  whether the focus returns to the button
 */
function openPicker(open, back = true) {
  const was = !element("picker").hidden;
  element("picker").hidden = !open;
  element("add").setAttribute("aria-expanded", String(open));
  const field = element("pick-field");
  if (open && field instanceof HTMLInputElement) {
    field.value = "";
    active = 0;
    showOptions();
    field.focus();
  } else if (was && back) element("add").focus();
}

/** @param {string} code */
function toggle(code) {
  const { economies } = chosen();
  if (economies.includes(code)) choose({ economies: economies.filter((one) => one !== code) });
  else if (economies.length < rules.wide) choose({ economies: [...economies, code] });
}

function pickEvents() {
  element("add").addEventListener("click", () => openPicker(Boolean(element("picker").hidden)));
  element("pick-field").addEventListener("input", () => {
    active = 0;
    showOptions();
  });
  element("picker").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const found = options();
    if (step && found.length) {
      active = (active + step + found.length) % found.length;
      showOptions();
    } else if (event.key === "Enter" && found[active]) toggle(found[active].code);
    else if (event.key === "Escape") openPicker(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  element("pick-list").addEventListener("click", (event) => {
    const option = event.target instanceof Element ? event.target.closest("[data-code]") : null;
    if (option instanceof HTMLElement) toggle(option.dataset.code ?? "");
    element("pick-field").focus();
  });
  document.addEventListener("click", (event) => {
    const inside = event.target instanceof Node && event.target.isConnected
      ? event.target instanceof Element && event.target.closest("#picker, #add")
      : true; // what was clicked has been laid out anew
    if (!element("picker").hidden && !inside) openPicker(false, false);
  });
  element("picker").addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to instanceof Element && !to.closest("#picker, #add")) openPicker(false, false);
  });
  element("chips").addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const code = button.dataset.code ?? "";
    if (button.classList.contains("remove")) remove(code);
    else makeBase(code);
  });
  element("chips").addEventListener("keydown", (event) => {
    const buttons = [...element("chips").querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
    else if (event.key === "Delete" && at >= 0) remove(buttons[at].dataset.code ?? "");
    else return;
    event.preventDefault();
  });
}
