/** Size of the chart's labels: CSS pixels. */
export const chartFontSize = 11;

/** The colours of the chart, as the theme has them now. */
export interface ChartColors {
  readonly dot: string;
  readonly leftOut: string;
  readonly median: string;
  readonly floor: string;
  readonly grid: string;
  readonly label: string;
  readonly fontFamily: string;
}

/** Reads the colours from the style sheet's variables on the chart. */
export function chartColors(chart: Element): ChartColors {
  const style = getComputedStyle(chart);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    dot: color('--dot'),
    leftOut: color('--left-out'),
    median: color('--median'),
    floor: color('--floor'),
    grid: color('--grid'),
    label: color('--label'),
    fontFamily: style.fontFamily,
  };
}

/** Calls back when VS Code has changed the theme under the page. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributeFilter: ['class'] });
}
