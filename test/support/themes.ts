/** The four kinds of theme. */
export const themeKinds = ['dark', 'light', 'hc-dark', 'hc-light'] as const;

/** One of {@link themeKinds}. */
export type ThemeKind = (typeof themeKinds)[number];

/** The classes that VS Code gives to a webview's body. */
export const themeClasses: Readonly<Record<ThemeKind, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light vscode-high-contrast',
};

// Taken from webviews of VS Code 1.139 with Dark Modern, Light Modern and the two high-contrast themes; names without
// `--vscode-`, values in the order of `themeKinds`, `-` where a theme does not set the variable.
const colors = `
activityBarBadge-background: #0078d4 | #005fb8 | #000000 | #0f4a85
badge-background: #616161 | #cccccc | #000000 | #0f4a85
badge-foreground: #f8f8f8 | #3b3b3b | #ffffff | #ffffff
button-background: #0078d4 | #005fb8 | #000000 | #0f4a85
button-border: rgba(255, 255, 255, 0.1) | rgba(0, 0, 0, 0.1) | #6fc3df | #0f4a85
button-hoverBackground: #026ec1 | #0258a8 | #000000 | #0f4a85
button-secondaryBackground: rgba(0, 0, 0, 0) | #e5e5e5 | - | #ffffff
button-secondaryForeground: #cccccc | #3b3b3b | #ffffff | #292929
button-secondaryHoverBackground: #2b2b2b | #cccccc | - | -
charts-blue: #59a4f9 | #0063d3 | #59a4f9 | #0063d3
charts-green: #89d185 | #388a34 | #89d185 | #374e06
charts-purple: #b180d7 | #652d90 | #b180d7 | #652d90
charts-yellow: #cca700 | #bf8803 | #ffd370 | #895503
contrastActiveBorder: - | - | #f38518 | #006bbd
contrastBorder: - | - | #6fc3df | #0f4a85
descriptionForeground: #9d9d9d | #3b3b3b | rgba(255, 255, 255, 0.7) | rgba(41, 41, 41, 0.7)
editor-background: #1f1f1f | #ffffff | #000000 | #ffffff
editor-foreground: #cccccc | #3b3b3b | #ffffff | #292929
editorHoverWidget-background: #202020 | #f8f8f8 | #0c141f | #ffffff
editorHoverWidget-border: rgba(204, 204, 204, 0.2) | rgba(59, 59, 59, 0.2) | #6fc3df | #0f4a85
editorHoverWidget-foreground: #cccccc | #3b3b3b | #ffffff | #292929
editorWarning-foreground: #cca700 | #bf8803 | #ffd370 | #895503
editorWidget-border: rgba(204, 204, 204, 0.2) | rgba(59, 59, 59, 0.2) | #6fc3df | #0f4a85
errorForeground: #f85149 | #f85149 | #f48771 | #b5200d
focusBorder: #0078d4 | #005fb8 | #f38518 | #006bbd
foreground: #cccccc | #3b3b3b | #ffffff | #292929
icon-foreground: #cccccc | #3b3b3b | #ffffff | #292929
list-activeSelectionBackground: #04395e | #e8e8e8 | - | rgba(15, 74, 133, 0.1)
list-activeSelectionForeground: #ffffff | #000000 | - | -
list-focusOutline: #0078d4 | #005fb8 | #f38518 | #006bbd
list-hoverBackground: #2a2d2e | #f2f2f2 | rgba(255, 255, 255, 0.1) | rgba(15, 74, 133, 0.1)
list-inactiveSelectionBackground: #37373d | #e4e6f1 | - | rgba(15, 74, 133, 0.1)
menu-background: #1f1f1f | #ffffff | #000000 | #ffffff
menu-border: #454545 | #cecece | #6fc3df | #0f4a85
menu-foreground: #cccccc | #3b3b3b | #ffffff | #292929
menu-selectionBackground: #0078d4 | #005fb8 | - | rgba(15, 74, 133, 0.1)
menu-selectionBorder: - | - | #f38518 | #006bbd
menu-selectionForeground: #ffffff | #ffffff | - | -
panel-border: #2b2b2b | #e5e5e5 | #6fc3df | #0f4a85
panelTitle-activeBorder: #0078d4 | #005fb8 | #6fc3df | #b5200d
scrollbarSlider-activeBackground: rgba(191, 191, 191, 0.4) | rgba(0, 0, 0, 0.6) | #6fc3df | #0f4a85
scrollbarSlider-background: rgba(121, 121, 121, 0.4) | rgba(100, 100, 100, 0.4) | rgba(111, 195, 223, 0.6) | rgba(15, 74, 133, 0.4)
scrollbarSlider-hoverBackground: rgba(100, 100, 100, 0.7) | rgba(100, 100, 100, 0.7) | rgba(111, 195, 223, 0.8) | rgba(15, 74, 133, 0.8)
sideBar-background: #181818 | #f8f8f8 | #000000 | #ffffff
sideBar-foreground: #cccccc | #3b3b3b | - | -
textBlockQuote-background: #2b2b2b | #f8f8f8 | - | #f2f2f2
textBlockQuote-border: #616161 | #e5e5e5 | #ffffff | #292929
textCodeBlock-background: #2b2b2b | #f8f8f8 | #000000 | #f2f2f2
textLink-activeForeground: #4daafc | #005fb8 | #21a6ff | #0f4a85
textLink-foreground: #4daafc | #005fb8 | #21a6ff | #0f4a85
textPreformat-background: #3c3c3c | rgba(0, 0, 0, 0.12) | - | #09345f
textPreformat-foreground: #d0d0d0 | #3b3b3b | #ffffff | #ffffff
toolbar-activeBackground: rgba(99, 102, 103, 0.31) | rgba(166, 166, 166, 0.31) | - | -
toolbar-hoverBackground: rgba(90, 93, 94, 0.31) | rgba(184, 184, 184, 0.31) | - | -
widget-border: #313131 | #e5e5e5 | #6fc3df | #0f4a85
widget-shadow: rgba(0, 0, 0, 0.36) | rgba(0, 0, 0, 0.16) | - | -
`;

const shared: Readonly<Record<string, string>> = {
  '--text-link-decoration': 'none',
  '--vscode-activityBarBadge-foreground': '#ffffff',
  '--vscode-button-foreground': '#ffffff',
  '--vscode-button-separator': 'rgba(255, 255, 255, 0.4)',
  '--vscode-editor-font-family': "'Droid Sans Mono', monospace",
  '--vscode-editor-font-size': '14px',
  '--vscode-font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-font-weight': 'normal',
};

/** The style sheet by which VS Code sets a theme's variables in a webview. */
export function themeCss(kind: ThemeKind): string {
  const column = themeKinds.indexOf(kind);
  const lines = colors
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', values = ''] = line.split(': ');
      const value = values.split(' | ')[column];
      return value === undefined || value === '-' ? [] : [`--vscode-${name}: ${value};`];
    });
  const same = Object.entries(shared).map(([name, value]) => `${name}: ${value};`);
  return `:root { ${[...lines, ...same].join(' ')} }`;
}
