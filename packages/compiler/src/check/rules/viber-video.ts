import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { clauseOf } from '../../names/model.js';
import { limits } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';

/** A video has at most 200 MB and lasts at most ten minutes. */
export const viberVideo: StepRule = (step, _flow, report) => {
  const video = clauseOf(step, 'video');
  const size = video?.size;
  const duration = video?.duration;
  const { videoSize, videoDuration } = limits.viber;
  if (size?.megabytes !== undefined && (size.megabytes <= 0 || size.megabytes > videoSize.max)) {
    report(endpoint.videoSize, size, { written: size.image, max: videoSize.max });
  }
  if (duration?.seconds !== undefined && (duration.seconds <= 0 || duration.seconds > videoDuration.max)) {
    report(endpoint.videoDuration, duration, { written: duration.image });
  }
};
