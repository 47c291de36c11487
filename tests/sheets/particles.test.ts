import { describe, expect, it } from 'vitest';
import {
  andParticle,
  objectParticle,
  subjectParticle,
  topicParticle,
  towardParticle,
} from '../../src/sheets/particles.ts';

describe('the particles', () => {
  it.each([
    ['방문', '은 이 을 과 으로'],
    ['목표', '는 가 를 와 로'],
    // The first and the last of all Hangul syllables.
    ['가', '는 가 를 와 로'],
    ['힣', '은 이 을 과 으로'],
    ['이월', '은 이 을 과 로'],
    ['0', '은 이 을 과 으로'],
    ['1', '은 이 을 과 로'],
    ['2', '는 가 를 와 로'],
    ['3', '은 이 을 과 으로'],
    ['4', '는 가 를 와 로'],
    ['5', '는 가 를 와 로'],
    ['6', '은 이 을 과 으로'],
    ['17', '은 이 을 과 로'],
    ['108', '은 이 을 과 로'],
    ['9', '는 가 를 와 로'],
    ['시장방문(송도)', '는 가 를 와 로'],
    ["'현장' ", '은 이 을 과 으로'],
    ['2024. 3. 5.', '은 이 을 과 로'],
    ['2024.12.15.', '은 이 을 과 로'],
    ['2024. 3. 5. 보고', '는 가 를 와 로'],
    ['제3. 5', '는 가 를 와 로'],
    ['2.', '는 가 를 와 로'],
    ['R&D', '은(는) 이(가) 을(를) 과(와) (으)로'],
    ['', '은(는) 이(가) 을(를) 과(와) (으)로'],
  ])('after "%s" are %s', (text, particles) => {
    const all = [topicParticle, subjectParticle, objectParticle, andParticle, towardParticle];
    expect(all.map((particle) => particle(text)).join(' ')).toBe(particles);
  });
});
