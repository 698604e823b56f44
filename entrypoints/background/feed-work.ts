import { checkFeed } from '@/core/feeds/check-feed';
import type { FeedJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { decodeReport } from '@/core/report/decode';
import { readInputSteps } from '@/core/report/read';
import { hasOrigin } from '@/messages/permissions';
import { breatheThrough } from '@/storage/breathe';
import { keepFeedDay, keepFeedState, readFeed, readFeedDay } from '@/storage/feeds';
import { requireRoom } from '@/storage/guard';
import { takeReport } from '@/storage/take-report';
import { clock } from './clock';
import { notedFetch } from './noted-fetch';

/** Asks a feed for its days, from where its job stands, and takes them into the library. */
export async function checkFeedJob({ input, progress }: FeedJob, { signal, keep }: JobTools): Promise<void> {
  await requireRoom(); // before anything is asked for that could not be kept
  await checkFeed(input, progress, {
    clock,
    signal,
    random: Math.random,
    readFeed: () => readFeed(input.feedId),
    readDay: readFeedDay,
    fetch: notedFetch('feed'),
    mayAsk: hasOrigin,
    async takeDay(feed, day, { bytes, host }) {
      const { report } = await breatheThrough(readInputSteps(decodeReport(bytes), { date: day.date }), signal);
      const origin = { feedId: feed.id, name: feed.name, via: host };
      await keep(null); // rejects when the reader has stopped the job meanwhile: then nothing comes in any more
      // Reports are found by their day; what a file says of it counts where it says something.
      await takeReport({ ...report, date: report.date ?? day.date }, { now: clock.now(), origin, feedDay: day });
    },
    keepDay: keepFeedDay,
    keepState: keepFeedState,
    keep,
  });
}
