const nearEnd = 24;

/** Keeps the end of an element in sight while it grows, until the person scrolls up. */
export class Autoscroll {
  /** Growth is followed only while this is set: what the person opens or toggles must not move the page. */
  active = false;
  private following = true;
  private lastTop = 0;
  private lastHeight = 0;
  private readonly followed: HTMLElement;
  private readonly onChange: () => void;

  /** `onChange` is called when following begins or ends by what the person does. */
  constructor(followed: HTMLElement, onChange: () => void) {
    this.followed = followed;
    this.onChange = onChange;
    // Also when parts get their real height as they come into sight.
    new ResizeObserver(() => this.keepUp()).observe(followed);
    addEventListener('scroll', () => this.scrolled(), { passive: true });
    addEventListener('wheel', (event) => event.deltaY < 0 && this.letGo(), { passive: true });
  }

  get follows(): boolean {
    return this.following;
  }

  set follows(follows: boolean) {
    this.following = follows;
  }

  private keepUp(): void {
    if (!this.following || !this.active) return;
    const end = this.end();
    if (end > scroller().scrollTop) scroller().scrollTop = end;
    this.remember();
  }

  /** Goes to the end and follows from there. */
  jump(): void {
    this.following = true;
    this.keepUp();
    this.onChange();
  }

  /** Where the page is scrolled to when the end just came into sight. */
  private end(): number {
    const { scrollTop, clientHeight } = scroller();
    return scrollTop + this.followed.getBoundingClientRect().bottom - clientHeight + nearEnd;
  }

  private letGo(): void {
    const { scrollHeight, clientHeight } = scroller();
    if (!this.following || scrollHeight <= clientHeight) return;
    this.following = false;
    this.onChange();
  }

  // Content that shrinks also moves the page up; only what happens at an unchanged height is the person's.
  private scrolled(): void {
    const { scrollTop, scrollHeight } = scroller();
    if (scrollTop > this.lastTop && !this.following && scrollTop >= this.end() - nearEnd) {
      this.following = true;
      this.onChange();
    } else if (scrollTop < this.lastTop && scrollHeight >= this.lastHeight) {
      this.letGo();
    }
    this.remember();
  }

  private remember(): void {
    const { scrollTop, scrollHeight } = scroller();
    this.lastTop = scrollTop;
    this.lastHeight = scrollHeight;
  }
}

function scroller(): Element {
  return document.scrollingElement ?? document.documentElement;
}
