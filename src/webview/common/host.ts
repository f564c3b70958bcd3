/** The page's end of the line to the extension host, with the messages that it may send and the state it keeps. */
export interface Host<Message, State> {
  post(message: Message): void;
  /** What the page kept when it was last shown; null when there is nothing, or what is there has another shape. */
  load(): State | null;
  save(state: State): void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** Connects the page; can be called once. */
export function connectHost<Message, State>(
  isState: (value: unknown) => value is State,
): Host<Message, State> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    load: () => {
      const state = api.getState();
      return isState(state) ? state : null;
    },
    save: (state) => api.setState(state),
  };
}
