/// What scripts add, and no page needs: a page that shows news by itself, and two keys to move through a list.
enum ConsoleScript {
  static let source = """
    "use strict";
    (() => {
      const main = document.querySelector("main[data-live]");
      const news = document.querySelector("[data-live-news]");
      if (main && news && "EventSource" in window) {
        let typed = false, busy = false, again = false;
        document.addEventListener("input", (event) => { if (main.contains(event.target)) typed = true; });
        // What somebody types or reads in an open form is never replaced under their hands: they are told instead.
        const isHeld = () => typed || main.querySelector("form[data-hold]") !== null;
        const tell = () => {
          news.hidden = false;
          news.querySelector("[data-live-typed]").hidden = !typed;
        };
        const show = async () => {
          if (isHeld()) { tell(); return; }
          if (busy) { again = true; return; }
          busy = true;
          try {
            const answer = await fetch(location.href, { headers: { "Accept": "text/html" }, redirect: "manual" });
            if (!answer.ok) { tell(); return; }
            const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
            if (!fresh || isHeld()) { tell(); return; }
            if (fresh.innerHTML !== main.innerHTML) {
              const focused = document.activeElement;
              const address = main.contains(focused) ? focused.getAttribute("href") : null;
              main.replaceChildren(...fresh.childNodes);
              if (address) {
                const same = Array.from(main.querySelectorAll("a[href]")).find((a) => a.getAttribute("href") === address);
                (same || main).focus();
              }
            }
            news.hidden = true;
          } catch (error) { tell(); }
          finally { busy = false; if (again) { again = false; show(); } }
        };
        let opened = false, source = null;
        const listen = () => {
          if (source) return;
          source = new EventSource("/events");
          source.addEventListener("changed", show);
          // What came while the connection was down was told to nobody: look once it is up again.
          source.addEventListener("open", () => { if (opened) show(); opened = true; });
        };
        const hush = () => { if (source) source.close(); source = null; };
        // A browser keeps few connections to one server: a page nobody looks at holds none.
        document.addEventListener("visibilitychange", () => { if (document.hidden) hush(); else listen(); });
        window.addEventListener("pagehide", hush);
        if (!document.hidden) listen();
      }
      // On a line of work j and k go to the next and the one before; elsewhere they are letters (WCAG 2.1.4).
      document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
        if (event.key !== "j" && event.key !== "k") return;
        const lines = Array.from(document.querySelectorAll("main a[data-line]"));
        const at = lines.indexOf(document.activeElement);
        if (at < 0) return;
        const next = Math.min(lines.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
        lines[next].focus();
        event.preventDefault();
      });
      // A form sent once is not sent again by a second press.
      document.addEventListener("submit", (event) => {
        const form = event.target;
        if (form.dataset.sent) { event.preventDefault(); return; }
        form.dataset.sent = "1";
      });
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) document.querySelectorAll("form").forEach((form) => { delete form.dataset.sent; });
      });
    })();

    """
}
