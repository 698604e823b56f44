import { ACKNOWLEDGEMENT, type OptionsWords } from '@/core/words/options';
import { fill } from '@/core/words/words';

interface AboutProps {
  version: string;
  words: OptionsWords;
}

const PLACES: Record<string, { name: string; href: string }> = {
  engine: { name: 'citeproc-js', href: 'https://github.com/Juris-M/citeproc-js' },
  project: { name: 'Citation Style Language', href: 'https://citationstyles.org/' },
};

/** Whose work citing rests on, as their licences ask to be said. */
function Citing({ text }: { text: string }) {
  const pieces = text.split(/\{(\w+)\}/).map((piece) => {
    const place = PLACES[piece];
    if (!place) return piece;
    return (
      <a key={piece} href={place.href} target="_blank" rel="noopener noreferrer">
        {place.name}
      </a>
    );
  });
  return <p>{pieces}</p>;
}

/** What this is, under which licence, what it stores, and the sentence that arXiv asks for. */
export function About({ version, words }: AboutProps) {
  return (
    <section id="about" aria-labelledby="about-title">
      <h2 id="about-title">{words.about}</h2>
      <p>{fill(words.version, { version })}</p>
      <h3>{words.acknowledgement}</h3>
      <p lang="en" class="acknowledgement">
        {ACKNOWLEDGEMENT}
      </p>
      <h3>{words.citing}</h3>
      <Citing text={words.citingText} />
      <h3>{words.privacy}</h3>
      <p>{words.privacyText}</p>
      <p>{words.access}</p>
      <p>{words.uninstall}</p>
      <p class="links">
        <a href="welcome.html">{words.guide}</a>
        <a href="library.html">{words.library}</a>
      </p>
    </section>
  );
}
