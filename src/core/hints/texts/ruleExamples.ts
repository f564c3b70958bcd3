import type { RuleId } from '../finding.ts';
import type { RuleExamples } from '../rule.ts';
import { pt01Examples } from './pt01.ts';
import { pt02Examples } from './pt02.ts';
import { pt03Examples } from './pt03.ts';
import { pt04Examples } from './pt04.ts';
import { pt05Examples } from './pt05.ts';
import { pt06Examples } from './pt06.ts';
import { pt07Examples } from './pt07.ts';
import { pt08Examples } from './pt08.ts';
import { pt09Examples } from './pt09.ts';
import { pt10Examples } from './pt10.ts';
import { pt11Examples } from './pt11.ts';
import { pt12Examples } from './pt12.ts';
import { pt13Examples } from './pt13.ts';
import { pt14Examples } from './pt14.ts';
import { pt15Examples } from './pt15.ts';
import { pt16Examples } from './pt16.ts';
import { pt17Examples } from './pt17.ts';
import { pt18Examples } from './pt18.ts';
import { pt19Examples } from './pt19.ts';
import { pt21Examples } from './pt21.ts';
import { pt22Examples } from './pt22.ts';
import { pt23Examples } from './pt23.ts';
import { pt24Examples } from './pt24.ts';
import { pt25Examples } from './pt25.ts';
import { pt26Examples } from './pt26.ts';
import { pt27Examples } from './pt27.ts';
import { pt29Examples } from './pt29.ts';

/** What each rule changes, and what it leaves alone: for tests and `docs/rules`, not part of the bundle. */
export const ruleExamples: ReadonlyMap<RuleId, RuleExamples> = new Map([
  ['PT01', pt01Examples],
  ['PT02', pt02Examples],
  ['PT03', pt03Examples],
  ['PT04', pt04Examples],
  ['PT05', pt05Examples],
  ['PT06', pt06Examples],
  ['PT07', pt07Examples],
  ['PT08', pt08Examples],
  ['PT09', pt09Examples],
  ['PT10', pt10Examples],
  ['PT11', pt11Examples],
  ['PT12', pt12Examples],
  ['PT13', pt13Examples],
  ['PT14', pt14Examples],
  ['PT15', pt15Examples],
  ['PT16', pt16Examples],
  ['PT17', pt17Examples],
  ['PT18', pt18Examples],
  ['PT19', pt19Examples],
  ['PT21', pt21Examples],
  ['PT22', pt22Examples],
  ['PT23', pt23Examples],
  ['PT24', pt24Examples],
  ['PT25', pt25Examples],
  ['PT26', pt26Examples],
  ['PT27', pt27Examples],
  ['PT29', pt29Examples],
]);
