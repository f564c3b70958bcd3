import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/paths.ts';

const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: projectRoot }).sort();

for (const page of pages) {
  test(`${page} links to files and headings that exist`, () => {
    assert.deepEqual(
      linksOf(page).filter((link) => !leadsSomewhere(page, link)),
      [],
    );
  });
}

/** Links to the project's own files: addresses elsewhere are not looked at. */
function linksOf(page: string): readonly string[] {
  const prose = textOf(page)
    .replaceAll(/^(```+)[\s\S]*?^\1$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(projectRoot, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** The anchors that GitHub and VS Code's Markdown preview give the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function textOf(page: string): string {
  return readFileSync(join(projectRoot, page), 'utf8');
}
