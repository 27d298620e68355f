import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { useCatalog } from '../../data/catalog.ts';

type Json = {
  required?: string[];
  properties?: Record<string, { minLength?: number; maxLength?: number } | undefined>;
};

/** What the verb's own schema asks of one of its texts. */
export function useTextField(verb: VerbName, name: string) {
  const schema = useCatalog((s) => s.verbs[verb]?.input) as Json | undefined;
  const { minLength = 1, maxLength = 2000 } = schema?.properties?.[name] ?? {};
  return { required: schema?.required?.includes(name) ?? false, minLength, maxLength };
}
