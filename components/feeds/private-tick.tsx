import type { FeedWords } from '@/core/words/feeds';

interface PrivateTickProps {
  ticked: boolean;
  /** It was needed and missing. */
  missing: boolean;
  words: FeedWords;
  onTick: (ticked: boolean) => void;
}

/** Says that an address lies in the reader's own network, and lets them own up to it. */
export function PrivateTick({ ticked, missing, words, onTick }: PrivateTickProps) {
  return (
    <div class="private">
      <p class="warning">{words.isPrivate}</p>
      <label class="check">
        <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span>{words.privateTick}</span>
      </label>
      {missing && !ticked && (
        <p class="problem" role="alert">
          {words.privateMissing}
        </p>
      )}
    </div>
  );
}
