import type { RuleId } from '../finding.ts';
import type { RuleText } from '../rule.ts';
import { pt01 } from './pt01.ts';
import { pt02 } from './pt02.ts';
import { pt03 } from './pt03.ts';
import { pt04 } from './pt04.ts';
import { pt05 } from './pt05.ts';
import { pt06 } from './pt06.ts';
import { pt07 } from './pt07.ts';
import { pt08 } from './pt08.ts';
import { pt09 } from './pt09.ts';
import { pt10 } from './pt10.ts';
import { pt11 } from './pt11.ts';
import { pt12 } from './pt12.ts';
import { pt13 } from './pt13.ts';
import { pt14 } from './pt14.ts';
import { pt15 } from './pt15.ts';
import { pt16 } from './pt16.ts';
import { pt17 } from './pt17.ts';
import { pt18 } from './pt18.ts';
import { pt19 } from './pt19.ts';
import { pt21 } from './pt21.ts';
import { pt22 } from './pt22.ts';
import { pt23 } from './pt23.ts';
import { pt24 } from './pt24.ts';
import { pt25 } from './pt25.ts';
import { pt26 } from './pt26.ts';
import { pt27 } from './pt27.ts';
import { pt29 } from './pt29.ts';

/** What is told of each rule. */
export const ruleTexts: ReadonlyMap<RuleId, RuleText> = new Map([
  ['PT01', pt01],
  ['PT02', pt02],
  ['PT03', pt03],
  ['PT04', pt04],
  ['PT05', pt05],
  ['PT06', pt06],
  ['PT07', pt07],
  ['PT08', pt08],
  ['PT09', pt09],
  ['PT10', pt10],
  ['PT11', pt11],
  ['PT12', pt12],
  ['PT13', pt13],
  ['PT14', pt14],
  ['PT15', pt15],
  ['PT16', pt16],
  ['PT17', pt17],
  ['PT18', pt18],
  ['PT19', pt19],
  ['PT21', pt21],
  ['PT22', pt22],
  ['PT23', pt23],
  ['PT24', pt24],
  ['PT25', pt25],
  ['PT26', pt26],
  ['PT27', pt27],
  ['PT29', pt29],
]);
