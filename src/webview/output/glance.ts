/** Tells by the class `figures-away` on the document that the numbers are scrolled out of sight. */
export class Glance {
  private watched: Element | null = null;
  private readonly observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    const away = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0;
    document.documentElement.classList.toggle('figures-away', away);
  });

  /** Watches this element from now on instead of another one. */
  watch(figures: Element | null): void {
    if (figures === this.watched) return;
    this.observer.disconnect();
    document.documentElement.classList.remove('figures-away');
    this.watched = figures;
    if (figures !== null) this.observer.observe(figures);
  }
}
