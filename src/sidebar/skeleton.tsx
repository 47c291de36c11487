/** The placeholder until the first answer. Same as in `page.html`, which shows before any script runs. */
export function Skeleton() {
  return (
    <main class="skeleton" aria-busy="true">
      <h1 class="hidden">공약장부</h1>
      <p class="hidden" role="status">
        불러오고 있습니다.
      </p>
      <div class="bone short" />
      <div class="bone" />
      <div class="bone bar" />
      <div class="bone short" />
      <div class="bone tall" />
      <div class="bone short" />
      <div class="bone chart" />
    </main>
  );
}
