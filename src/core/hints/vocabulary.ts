/** A set of words from a line of them. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** Words that a noun follows, and pronouns: after `that` they begin a clause of their own. */
export const determiners = wordSet(
  'the a an this that these those your my our their his her its each every all any some no both such another',
  'it they you we he she i there everything everyone nothing one',
);

/** Words that turn or limit what stands beside them. */
export const limiters = wordSet(
  "not never no only without except unless nor neither cannot just solely n't can't don't won't shouldn't mustn't",
  "doesn't isn't aren't didn't wouldn't couldn't",
);

/** Verbs that name a state rather than an act, so that they give no order. */
export const stativeVerbs = wordSet(
  'be have been see know get feel seem appear belong contain consist depend own possess lack need want wish like',
  'expect find receive become remain stay exist mean matter deserve hear notice happen do did',
);

/** Names that keep their small letter at the start of a sentence. */
export const lowerCaseNames = wordSet(
  'npm npx pnpm yarn git pip pipx bash curl grep sed awk docker kubectl node tsc eslint pytest gofmt jq make cargo',
);

/** Verbs that prompts give orders with, in their base form. */
export const orderVerbs = wordSet(
  'accept acknowledge adapt add address adhere adjust advise align allow analyse analyze annotate answer apply',
  'arrange ask assess assign assist assume attach attempt avoid base begin brainstorm break build calculate call',
  'capture categorise categorize change check choose cite clarify classify clean collect combine comment communicate',
  'compare complete compose compute condense conduct confirm connect consider construct consult continue convert',
  'copy correct cover craft create critique debug declare decide define deliver demonstrate derive describe design',
  'detail detect determine develop devise differentiate discuss display distinguish divide document draft draw edit',
  'elaborate emphasise emphasize employ encourage end engage enhance ensure enumerate establish estimate evaluate',
  'examine execute expand explain explore express extract fetch fill filter find finish fix focus follow format',
  'formulate gather generate give group guide handle help highlight identify ignore illustrate imagine implement',
  'improve include incorporate indicate infer inform initialize insert inspect install integrate interact interpret',
  'introduce investigate justify keep label leave limit link list locate log look maintain make manage map mark match',
  'merge mention minimize modify monitor move name note obtain offer open optimise optimize order organise organize',
  'outline output paraphrase parse perform pick place plan play point polish populate prefer prepare present preserve',
  'prevent print prioritise prioritize proceed process produce propose proofread provide pull push put quote rank rate',
  'read recognize recommend record refactor refer refine reflect refrain reject rely remember remove rename render',
  'reorganize repeat rephrase replace reply report represent request research resolve respond respect restate restrict',
  'return reuse review revise rewrite run save scan score search select send separate set share show simplify simulate',
  'skip solve sort specify split start state stay stick stop store structure submit suggest summarise summarize',
  'support switch tag tailor take target tell test think track transform translate treat try turn update use utilise',
  'utilize validate verify view visit wait walk weigh work wrap write advertise alert argue close coach count crop debate',
  'drop enter flag greet guess interview invent iterate lengthen lock motivate narrate notify number pause practice',
  'praise preview quiz recite reformat reorder reset roleplay shorten shrink sign sing spell study subtract sum teach thank',
  'trace trim tune warn educate diagnose entertain empathize steer curate dress speak talk solicit supply tackle weave',
  'balance blend deepen emulate flesh frame immerse infuse interweave leverage',
  'monetize orchestrate pinpoint prototype recap reason reassess recalculate reconcile reconstruct redesign rehearse',
);

const doubled = wordSet(
  'cut get let map plan put quit run set skip split step stop tag trim wrap begin refer',
);

/** The base form of an order verb's `-ing` form, or null where it is none. */
export function baseOfGerund(word: string): string | null {
  return gerunds.get(word) ?? null;
}

const gerunds: ReadonlyMap<string, string> = new Map([...orderVerbs].map((verb) => [gerundOf(verb), verb]));

/** The `-ing` form of a verb of {@link orderVerbs}, or of one like them. */
function gerundOf(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !/(?:ee|oe|ye)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doubled.has(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
