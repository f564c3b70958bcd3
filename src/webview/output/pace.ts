// What one frame may take, building and laying out together; painting comes on top: ms.
const frameBudget = 12;
const buildBudget = 6;
const leastText = 4_000;
const mostText = 16_000;

/** How much text may be built in one frame. */
export interface Slice {
  readonly spent: boolean;
  spend(characters: number): void;
  /** To be called when everything is built; lays the element out and learns from how long it all took. */
  end(built: HTMLElement): void;
}

/**
 * Deals out frames so that the page stays responsive: the same text may cost much or little to lay out (a table, a
 * paragraph), which shows only afterwards, so each frame's allowance follows from the one before.
 */
export class Pace {
  private allowance = 2 * leastText;

  /** Begins a frame. */
  begin(): Slice {
    const start = performance.now();
    const { allowance } = this;
    let built = 0;
    return {
      get spent() {
        return built >= allowance || performance.now() - start >= buildBudget;
      },
      spend: (characters) => {
        built += characters;
      },
      end: (element) => {
        element.getBoundingClientRect();
        this.learn(built, performance.now() - start);
      },
    };
  }

  private learn(built: number, took: number): void {
    if (built === 0) return;
    const fitting = (built / Math.max(took, 0.5)) * frameBudget;
    // Quick to slow down, slow to speed up.
    const next = fitting < this.allowance ? fitting : Math.min(fitting, this.allowance * 1.5);
    this.allowance = Math.min(mostText, Math.max(leastText, next));
  }
}
