declare module 'write-good' {
  /** Finds wordy and weak phrases in a text. */
  export default function writeGood(text: string): readonly unknown[];
}
