// The box on top of a long page of reference: what does not hold the words is hidden. Without scripts all is shown.
const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const entry = target && target.closest("details.folded");
  if (entry && !entry.open) {
    entry.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener("hashchange", open);
document.addEventListener("DOMContentLoaded", () => {
  open();
  const box = document.querySelector("[data-filter]");
  if (!box) return;
  const found = document.querySelector("[data-found]");
  const article = box.closest("article") || document;
  const folded = [...article.querySelectorAll("details.folded")];
  const rows = [...article.querySelectorAll("tbody tr")];
  const text = new Map([...folded, ...rows].map((item) => [item, item.textContent.toLowerCase()]));
  const holds = (item, words) => words.every((word) => text.get(item).includes(word));
  const filter = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row) => (row.hidden = !holds(row, words)));
    folded.forEach((item) => {
      item.hidden = !holds(item, words);
      item.open = words.length > 0 && !item.hidden && item.querySelector("tbody tr:not([hidden])") !== null;
    });
    const n = (folded.length && !rows.length ? folded : rows.length ? rows : folded).filter((item) => !item.hidden).length;
    found.textContent = words.length ? `${n} found` : "";
  };
  box.addEventListener("input", filter);
});
