import { useEffect, useState } from 'preact/hooks';
import { PrivacyList, type ShownHost } from '@/components/options/privacy-list';
import { describeUses } from '@/core/host-uses';
import { nameMoment } from '@/core/moment';
import type { Language } from '@/core/settings';
import { privacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';
import { giveBackPatterns, grantedPatterns, hostOfPattern, isOwnPattern } from '@/messages/permissions';
import { browser } from '@/messages/webext';
import { listContacts } from '@/storage/contacts';
import { readHostUses } from '@/storage/needed-hosts';
import { useLive } from '@/storage/use-live';

/** Permissions know no ports. */
const withoutPort = (host: string) => host.replace(/:\d+$/, '');

/** Which hosts are allowed, kept fresh while the page is open. */
function usePatterns(): string[] {
  const [patterns, setPatterns] = useState<string[]>([]);
  useEffect(() => {
    const look = () => void grantedPatterns().then(setPatterns, console.error);
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(look);
    onRemoved.addListener(look);
    look();
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, []);
  return patterns;
}

/** The section of hosts: what is allowed, and what was asked before it was revoked. */
export function Hosts({ language }: { language: Language }) {
  const words = privacyWords[language];
  const patterns = usePatterns();
  const uses = useLive(readHostUses, []);
  const contacts = useLive(listContacts, []);
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  if (!uses || !contacts) return null;

  const now = Date.now();
  const toContact = (host: string) => {
    const found = contacts.find((contact) => withoutPort(contact.host) === host);
    return found ? { at: found.at, text: nameMoment(found.at, now, language) } : null;
  };
  const granted = [...new Set(patterns.map(hostOfPattern))].map((host): ShownHost => {
    const of = patterns.filter((pattern) => hostOfPattern(pattern) === host);
    const name = host === '*' ? words.everyHost : host;
    const access = of.some(isOwnPattern) ? 'own' : 'granted';
    return { host, patterns: of, name, uses: describeUses(host, uses, words), contacted: toContact(host), access };
  });
  const isAllowed = new Set(patterns.map(hostOfPattern));
  const gone = [...new Set(contacts.map(({ host }) => withoutPort(host)))]
    .filter((host) => !isAllowed.has(host) && !isAllowed.has('*'))
    .map((host): ShownHost => {
      const shown = { name: host, uses: describeUses(host, uses, words), contacted: toContact(host) };
      return { host, patterns: [], ...shown, access: 'gone' };
    });
  const revoke = ({ patterns: given, name }: ShownHost) => {
    giveBackPatterns(given).then(
      (isBack) =>
        setSaid(
          isBack
            ? { text: fill(words.revoked, { host: name }), failed: false }
            : { text: words.notRevoked, failed: true },
        ),
      (cause: unknown) => {
        console.error(cause);
        setSaid({ text: words.notRevoked, failed: true });
      },
    );
  };
  return <PrivacyList hosts={[...granted, ...gone]} said={said} words={words} onRevoke={revoke} />;
}
