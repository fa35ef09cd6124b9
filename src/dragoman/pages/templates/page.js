"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  const form = one(".filters");
  const rows = all(".row").map((row) => ({
    row,
    type: row.dataset.type,
    status: row.dataset.status,
    text: `${row.textContent} ${row.dataset.more}`.toLowerCase().replace(/\s+/g, " "),
  }));
  const filter = () => {
    const words = one("#find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const type = one("#type").value;
    const statuses = new Set(all("[name=status]:checked").map((box) => box.value));
    let shown = 0;
    for (const item of rows) {
      const fits =
        (!type || item.type === type) &&
        (statuses.size === 0 || statuses.has(item.status)) &&
        words.every((word) => item.text.includes(word));
      item.row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const body of all(".chronology tbody")) {
      body.hidden = rows.length > 0 && all(".row:not([hidden])", body).length === 0;
    }
    one("#shown").textContent = `${shown} of ${rows.length}`;
    one("#nothing").hidden = shown > 0 || rows.length === 0;
  };
  form.hidden = rows.length === 0;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  one("#clear").addEventListener("click", () => form.reset());
  filter();

  let active = null;
  const quiet = () => {
    for (const item of all(".lit, .record.on, .text.dim")) item.classList.remove("lit", "on", "dim");
    for (const item of all(".pick[aria-pressed=true]")) item.setAttribute("aria-pressed", "false");
    active = null;
  };
  const visible = (item, box) => {
    const inner = item.getBoundingClientRect();
    const outer = box ? box.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    return inner.top >= Math.max(outer.top, 60) && inner.bottom <= Math.min(outer.bottom, innerHeight);
  };
  const show = (key, from) => {
    const card = document.getElementById(`r-${key}`);
    if (!card) return;
    quiet();
    active = key;
    card.classList.add("on");
    one(`#r-${key} .pick`).setAttribute("aria-pressed", "true");
    const text = one(`#a-${key.split("-")[0]} .text`);
    text.classList.add("dim");
    const marks = all(`[data-r~="${key}"]`, text);
    for (const mark of marks) mark.classList.add("lit");
    const word = document.getElementById(`m-${key}`);
    if (from !== "text" && word && !visible(word, text)) word.scrollIntoView({ block: "center" });
    if (from === "text" && !visible(card)) card.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("click", (event) => {
    const pick = event.target.closest(".pick");
    if (pick) {
      const key = pick.parentElement.dataset.k;
      return key === active ? quiet() : show(key, "card");
    }
    const mark = event.target.closest("[data-r]");
    if (mark) {
      event.preventDefault();
      const keys = mark.dataset.r.split(" ");
      return show(keys[(keys.indexOf(active) + 1) % keys.length], "text");
    }
    const link = event.target.closest('a[href^="#m-"]');
    if (link) setTimeout(() => show(link.hash.slice(3), "link"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") quiet();
  });
  const open = () => {
    if (/^#[mr]-[\d-]+$/.test(location.hash)) show(location.hash.slice(3), "link");
    const sentence = /^#n-/.test(location.hash) && document.getElementById(location.hash.slice(1));
    const mark = sentence && sentence.nextElementSibling;
    if (mark) {
      mark.classList.remove("flash");
      void mark.offsetWidth;
      mark.classList.add("flash");
    }
  };
  addEventListener("hashchange", open);
  open();
})();
