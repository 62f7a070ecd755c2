// What a reader does with a page of `--output html`, done in a browser. Arguments: the program, the folder for pages and pictures.
// ASSAY_SHOTS=1 keeps pictures of the long case beside the pages, to be looked at.
"use strict";
const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const [program, folder] = process.argv.slice(2);
const root = path.resolve(__dirname, "../..");
const patience = 300_000; // other work may share the machine
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const made = (name, status, ...options) => {
  const file = path.join(folder, `${name}.html`);
  const run = spawnSync(program, ["evaluate", ...options, "--output", `html:${file}`], { cwd: root, encoding: "utf8" });
  assert.equal(run.status, status, `${name}: ${run.stderr}`);
  return `file://${file}`;
};

let browser;
const checks = [];
const check = (name, body) => checks.push([name, body]);

// A page that must stay silent: no console message, no error, nothing loaded but itself.
async function opened(url, { width = 1280, height = 900, script = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const noises = [];
  page.on("console", (message) => noises.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => noises.push(String(error)));
  page.on("dialog", (dialog) => noises.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => request.url().split("#")[0] === url.split("#")[0] || noises.push(`loads ${request.url()}`));
  await page.goto(url);
  return { page, noises, close: () => context.close() };
}

async function using(url, options, body) {
  const { page, noises, close } = await opened(url, options);
  await body(page);
  assert.deepEqual(noises, [], "the page is not silent");
  await close();
}

// Contrast, names, order and the like of what is to be seen. What is folded away is taken out first: it is most of a long page, and the
// tool would walk through all of it.
async function conforms(page) {
  await page.evaluate(() => document.querySelectorAll("details:not([open]) > :not(summary)").forEach((element) => element.remove()));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join("\n  ")}`);
  assert.deepEqual(told, []);
}

// A check that hangs fails.
const timely = (work) => {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("took too long")), patience)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const inView = (page, selector) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });

check("the long case: languages, contrast, width", async (pages) => {
  await using(pages.bellows, {}, async (page) => {
    const title = page.locator("h1");
    assert.equal(await title.innerText(), "Bellows: from the application to re-certification");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.locator("#show-zh").check();
    assert.equal(await title.innerText(), "波纹补偿器：从申请到再认证");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
    assert.equal(await page.locator("nav").evaluate((nav) => /[a-z]{4}/i.test(nav.innerText)), false, "English left in the contents");
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      assert.equal(await overflow(page), 0, `wider than ${width}`);
    }
    await conforms(page);
  });
});

if (process.env.ASSAY_SHOTS) {
  check("pictures of the long case", async (pages) => {
    await using(pages.bellows, {}, async (page) => {
      for (const language of ["en", "zh"]) {
        await page.locator(`#show-${language}`).check();
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 1000 });
          for (const part of ["case", "decisions", "time-line", "lifecycles", "rules", "evidence"]) {
            await page.locator(`#c1-${part}`).evaluate((element) => element.scrollIntoView());
            await page.screenshot({ path: path.join(folder, `bellows-${language}-${width}-${part}.png`) });
          }
        }
        await page.pdf({ format: "A4", preferCSSPageSize: true, path: path.join(folder, `bellows-${language}.pdf`) });
      }
    });
  });
}

check("from a failed rule to its clause and evidence in two clicks", async (pages) => {
  await using(pages.gasTank, {}, async (page) => {
    const rule = page.locator("details.entry", { hasText: "not_suspended" }).first();
    await page.locator("ul.amiss a", { hasText: "not_suspended" }).first().click();
    const entry = page.locator(await page.evaluate(() => `[id="${location.hash.slice(1)}"]`));
    assert.equal(await entry.evaluate((details) => details.open), true);
    assert.ok(await entry.getByText("Not ordered to suspend business").first().isVisible());
    assert.ok(await entry.locator(".clause-texts dt", { hasText: "P32.4" }).isVisible());
    const evidence = entry.locator("a.evidence").first();
    assert.ok(await evidence.isVisible(), "the evidence is folded away");
    assert.ok(await entry.locator(".place", { hasText: "case.toml:" }).first().isVisible());
    await evidence.click();
    const target = await page.evaluate(() => `[id="${location.hash.slice(1)}"]`);
    assert.ok(await inView(page, target), "the evidence is not in view");
    assert.ok((await rule.count()) > 0);
  });
});

check("everything by the keyboard", async (pages) => {
  await using(pages.gasTank, {}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "results");
    await page.locator("#unfold").focus();
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "fold");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "show-en");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(), "show-zh");
    assert.equal(await page.locator("h1").innerText(), "储气罐：四项申请条件不满足");
    const entry = page.locator("details.entry").first();
    await entry.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await entry.evaluate((details) => details.open), true);
    await page.keyboard.press("Space");
    assert.equal(await entry.evaluate((details) => details.open), false);
  });
});

check("without script", async (pages) => {
  await using(pages.gasTank, { script: false }, async (page) => {
    assert.equal(await page.locator(".tools").isVisible(), false, "buttons that do nothing");
    await page.locator("#show-zh").check();
    assert.equal(await page.locator("h1").innerText(), "储气罐：四项申请条件不满足");
    const entry = page.locator("details.entry").first();
    await entry.locator("summary").first().click();
    assert.ok(await entry.locator(".body").first().isVisible());
  });
});

check("on paper", async (pages) => {
  await using(pages.gasTank, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("nav").isVisible(), false);
    assert.equal(await page.locator("header.bar-top").isVisible(), false);
    const loud = page.locator("details.entry.bad").first();
    assert.equal(await loud.evaluate((details) => details.open), false);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, path: path.join(folder, "gas-tank.pdf") });
    assert.ok((pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? []).length >= 5, "what fails is not printed whole");
    assert.equal(await loud.evaluate((details) => details.open), false, "printing leaves the page as it was");
  });
});

check("a hostile case is text", async (pages) => {
  await using(pages.hostile, {}, async (page) => {
    await page.locator("#unfold").click();
    const counts = await page.evaluate(() =>
      Object.fromEntries(["script", "style", "img", "iframe", "form", "object", "base", "textarea", "marquee", "plaintext", "u", "s", "b", "i"].map((tag) => [tag, document.querySelectorAll(tag).length])));
    assert.deepEqual(Object.entries(counts).filter(([, count]) => count > 0), [["script", 1], ["style", 1]]);
    assert.equal(await page.evaluate(() => [...document.querySelectorAll("*")].some((element) => element.getAttributeNames().some((name) => name.startsWith("on") || name === "style"))), false);
    const text = await page.locator("body").innerText();
    for (const words of ["</title></h1><script>owned()</script>Hostile", "<b>refused</b>", "<img src=x onerror=owned()>证据", "<script>owned()</script>clause one &amp; more", "</span><script>owned()</script>&lt;", "</td>credit"])
      assert.ok(text.includes(words), `not shown: ${words}`);
    await conforms(page);
    await page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await overflow(page), 0);
  });
});

check("the policy lets nothing else run", async (pages) => {
  const { page, noises, close } = await opened(pages.hostile);
  await page.evaluate(() => {
    const added = document.createElement("script");
    added.textContent = "window.owned = true";
    document.body.append(added);
  });
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.ok(noises.some((noise) => noise.includes("Content Security Policy")), "nothing was refused");
  await close();
});

check("many cases by what needs attention", async (pages) => {
  await using(pages.many, {}, async (page) => {
    const names = await page.locator(".overview tbody th a").allInnerTexts();
    assert.deepEqual(names, ["lost", "heavy", "open", "good"]);
    await conforms(page);
    await page.locator(".overview tbody th a").nth(1).click();
    const target = await page.evaluate(() => `[id="${location.hash.slice(1)}"]`);
    assert.ok(await inView(page, target));
    await page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await overflow(page), 0);
  });
});

(async () => {
  fs.mkdirSync(folder, { recursive: true });
  const small = "tests/spec/cli/data";
  const pages = {
    bellows: made("bellows", 0, "cases/bellows"),
    gasTank: made("gas-tank", 1, "cases/gas-tank"),
    hostile: made("hostile", 1, "tests/browser/hostile/cases/hostile", "--rules", "tests/browser/hostile/rules"),
    many: made("many", 3, `${small}/cases`, "--rules", `${small}/rules`),
  };
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"], timeout: patience });
  let failed = 0;
  for (const [name, body] of checks) {
    const start = Date.now();
    try {
      await timely(body(pages));
      console.log(`ok    ${name}  ${Date.now() - start} ms`);
    } catch (error) {
      failed += 1;
      console.log(`FAILS ${name}\n${String(error.stack).slice(0, 3000)}`);
    }
  }
  await browser.close();
  process.exit(failed === 0 ? 0 : 1);
})();
