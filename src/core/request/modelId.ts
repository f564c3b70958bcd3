/** What an id of a Claude model says about itself. */
export interface ModelIdParts {
  /** Such as `haiku`. */
  readonly line: string;
  readonly major: number;
  /** 0 where the id has none. */
  readonly minor: number;
}

/** The id without snapshot date or `-latest`, as the Claude API itself accepts aliases: `claude-haiku-4-5-20251001` is `claude-haiku-4-5`. */
export function aliasOf(id: string): string {
  return id.replace(/(?:-20\d{6}|-latest)$/, '');
}

/**
 * The parts of a model id in any of its spellings: first-party (`claude-opus-5-5`, `claude-3-7-sonnet-20250219`),
 * gateway (`anthropic/claude-haiku-4.5`), Bedrock and Vertex; null when it is no versioned Claude id.
 */
export function parseModelId(id: string): ModelIdParts | null {
  const start = id.toLowerCase().lastIndexOf('claude-');
  if (start < 0) return null;
  const bare = id
    .toLowerCase()
    .slice(start)
    .replace(/\[1m\]$/, '')
    .replace(/-v\d+(?::\d+)?$/, '')
    .replace(/[@-]20\d{6}$/, '')
    .replace(/(?:-latest|:[a-z]+)$/, '');
  const newer = /^claude-([a-z]+)-(\d{1,2})(?:[-.](\d{1,2}))?$/.exec(bare);
  if (newer !== null) return parts(newer[1], newer[2], newer[3]);
  const older = /^claude-(\d)(?:[-.](\d))?-([a-z]+)$/.exec(bare);
  return older === null ? null : parts(older[3], older[1], older[2]);
}

/** Whether two ids, in whatever spelling, name the same model version. */
export function isSameModel(a: string, b: string): boolean {
  if (aliasOf(a) === aliasOf(b)) return true;
  const left = parseModelId(a);
  const right = parseModelId(b);
  if (left === null || right === null) return false;
  return left.line === right.line && left.major === right.major && left.minor === right.minor;
}

/** Orders versions: negative when `a` is older than `b`. */
export function compareVersions(a: ModelIdParts, b: ModelIdParts): number {
  return a.major - b.major || a.minor - b.minor;
}

/** Whether the version is at least `major.minor`; false for an id without a version. */
export function isAtLeast(id: string, major: number, minor: number): boolean {
  const version = parseModelId(id);
  return version !== null && compareVersions(version, { line: version.line, major, minor }) >= 0;
}

function parts(line: string | undefined, major: string | undefined, minor: string | undefined): ModelIdParts {
  return { line: line ?? '', major: Number(major), minor: Number(minor ?? 0) };
}
