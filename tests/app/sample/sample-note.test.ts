/** The note about the sample. It may be missing, or what another version or a broken-off run has left. */
import { describe, expect, it } from 'vitest';
import { keptSample, noteSample, SAMPLE_NOTE, type SampleNote } from '../../../src/app/sample-note.ts';
import { surroundings } from '../people.ts';

const NOTE: SampleNote = {
  tabs: { pledge: '16b5f1bfea59fa69', meetings: 'ab17ac7301ef3eb5' },
  recordsWereEmpty: true,
  isUnderWay: false,
};

const kept = (text: string | null) => {
  const { documentNotes } = surroundings();
  if (text !== null) documentNotes.set(SAMPLE_NOTE, text);
  return keptSample(documentNotes);
};

describe('the note about the sample', () => {
  it.each([NOTE, { ...NOTE, isUnderWay: true }, { ...NOTE, tabs: {}, recordsWereEmpty: false }])(
    'is read as it was kept: %j',
    (note) => {
      const { documentNotes } = surroundings();
      noteSample(documentNotes, note);
      expect(keptSample(documentNotes)).toEqual(note);
    },
  );

  it.each([
    [null],
    [''],
    ['{"tabs":'],
    ['null'],
    ['7'],
    ['"text"'],
    ['{}'],
    ['{"tabs":null}'],
    ['{"tabs":"가"}'],
  ])('is none if it is %j', (text) => {
    expect(kept(text)).toBeNull();
  });

  it('says nothing of a tab whose fingerprint is no text, and claims no records that it does not name as its own', () => {
    const strange = {
      tabs: { pledge: 7, meetings: 'a', nonsense: 'b' },
      recordsWereEmpty: 'yes',
      isUnderWay: 1,
    };
    expect(kept(JSON.stringify(strange))).toEqual({
      tabs: { meetings: 'a' },
      recordsWereEmpty: false,
      isUnderWay: false,
    });
  });
});
