// What a page can do beyond unfolding by itself: reach what a link leads to, unfold and fold everything, print what matters unfolded.
"use strict";
(() => {
  const unfoldUpTo = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
  };

  // A link leads to something that may be folded away.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    unfoldUpTo(target);
    target.scrollIntoView();
    const focus = target.matches("details") ? target.querySelector("summary") : target;
    if (focus !== target || target.tabIndex >= 0) focus.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) follow();
  });

  const setAll = (open) => {
    for (const details of document.querySelectorAll("main details")) details.open = open;
  };
  document.getElementById("unfold").addEventListener("click", () => setAll(true));
  document.getElementById("fold").addEventListener("click", () => setAll(false));
  document.querySelector(".tools").hidden = false;

  // Texts name their language each; the page as a whole takes that of the reader.
  const chinese = document.getElementById("show-zh");
  const setLanguage = () => {
    document.documentElement.lang = chinese.checked ? "zh-Hans" : "en";
  };
  document.querySelector(".language").addEventListener("change", setLanguage);
  setLanguage();

  // On paper nothing unfolds: what fails or is open is printed whole, the rest as the reader left it.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details.loud:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    unfolded = [];
  });

  if (location.hash) follow();
})();
