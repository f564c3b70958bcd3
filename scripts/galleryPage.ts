/** A picture of a page in one of its states. */
export interface Picture {
  /** Name of its file beside the page. */
  readonly file: string;
  readonly panel: string;
  readonly state: string;
  readonly theme: string;
  readonly width: number;
}

const choices = ['panel', 'state', 'theme', 'width'] as const;

/** A page to leaf through pictures: chosen by panel, state, theme and width, the arrow keys go from one to the next. */
export function galleryPage(pictures: readonly Picture[]): string {
  const selects = choices.map((name) => {
    const values = [...new Set(pictures.map((picture) => String(picture[name])))];
    const options = values.map((value) => `<option>${value}</option>`).join('');
    return `<label>${name} <select name="${name}"><option value="">all</option>${options}</select></label>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Panels in all of their states</title>
<style>
  body { margin: 0; font: 14px sans-serif; background: #777; }
  form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 12px; padding: 8px; background: #eee; }
  main { display: flex; flex-wrap: wrap; align-items: start; gap: 12px; padding: 12px; }
  figure { margin: 0; }
  figcaption { padding: 4px 0; color: #fff; }
  img { display: block; max-width: 100%; }
  figure:focus { outline: 3px solid #ff0; }
</style>
<form>${selects.join('')}<output></output></form>
<main></main>
<script>
  const pictures = ${JSON.stringify(pictures)};
  const form = document.querySelector('form');
  const main = document.querySelector('main');
  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const chosen = pictures.filter((picture) =>
      Object.entries(wanted).every(([name, value]) => value === '' || String(picture[name]) === value));
    document.querySelector('output').textContent = chosen.length + ' pictures';
    main.replaceChildren(...chosen.map(({ file }) => {
      const figure = document.createElement('figure');
      figure.tabIndex = 0;
      const image = Object.assign(new Image(), { src: file, alt: file, loading: 'lazy' });
      const caption = Object.assign(document.createElement('figcaption'), { textContent: file });
      figure.append(caption, image);
      return figure;
    }));
  };
  form.addEventListener('change', show);
  addEventListener('keydown', ({ key, target }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined || target.localName === 'select') return;
    const figures = [...main.children];
    const next = figures[figures.indexOf(document.activeElement) + step];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  });
  show();
</script>
</html>
`;
}
