// Makes the pages live: tables that sort, filter and turn pages, the year of the map, bodies side by side,
// and decisions as corrections.csv. Without it every page can still be read. Text only ever enters the
// page as text (textContent), never as markup.
(function () {
  "use strict";

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function byId(id) { return document.getElementById(id); }

  function make(name, text, style) {
    var element = document.createElement(name);
    if (text !== undefined) { element.textContent = text; }
    if (style) { element.className = style; }
    return element;
  }

  // Tables ------------------------------------------------------------------------------------------

  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) { return ""; }
    var sort = cell.getAttribute("data-sort");
    return sort === null ? cell.textContent.trim() : sort;
  }

  // On a phone a row is a card, in which each value carries the name of its column. Rows are named when they
  // are shown, since there may be tens of thousands.
  function cardNamer(table) {
    if (!table.classList.contains("cards")) { return function () {}; }
    var labels = all("thead th", table).map(function (header) { return header.textContent.trim(); });
    table.classList.add("named");
    return function (row) {
      if (row.hasAttribute("data-named")) { return; }
      all("td, th", row).forEach(function (cell, column) {
        cell.setAttribute("data-label", labels[column]);
        cell.classList.toggle("none", !cell.textContent.trim());
      });
      row.setAttribute("data-named", "");
    };
  }

  function liveTable(table) {
    var nameCells = cardNamer(table), body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows), words = null;
    var rest = byId(table.id + "-rest");
    if (rest) { rows = rows.concat(all("tr", rest.content)); }
    var size = Number(table.getAttribute("data-shown")) || Infinity;
    var fitting = rows, first = 0;
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    var filters = document.querySelector(".filters[data-for='" + table.id + "']");
    var pager = document.querySelector(".pager[data-for='" + table.id + "']");
    var output = filters && filters.querySelector("output");

    function show() {
      fitting.slice(first, first + Math.min(size, fitting.length)).forEach(nameCells);
      body.replaceChildren.apply(body, fitting.slice(first, first + Math.min(size, fitting.length)));
      if (output) {
        output.textContent = fitting.length + " " + output.getAttribute("data-of") + " " +
          rows.length + " " + output.getAttribute("data-rows");
      }
      if (pager) {
        pager.hidden = fitting.length <= size;
        pager.querySelector("output").textContent =
          (first + 1) + "–" + Math.min(first + size, fitting.length) + " / " + fitting.length;
        all("button", pager).forEach(function (button) {
          var to = first + size * Number(button.getAttribute("data-step"));
          button.disabled = to < 0 || to >= fitting.length;
        });
      }
    }

    function filter() {
      var input = filters.querySelector("input[type=search]");
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var selects = all("select", filters).filter(function (select) { return select.value; });
      if (wanted.length && !words) {
        words = new Map(rows.map(function (row) { return [row, row.textContent.toLowerCase()]; }));
      }
      fitting = rows.filter(function (row) {
        return selects.every(function (select) {
          return key(row, Number(select.getAttribute("data-column"))) === select.value;
        }) && wanted.every(function (word) { return words.get(row).indexOf(word) >= 0; });
      });
      first = 0;
      show();
    }

    function sort(header) {
      var column = header.cellIndex, down = header.getAttribute("aria-sort") === "ascending";
      var sign = down ? -1 : 1, numeric = header.classList.contains("n");
      var keyed = rows.map(function (row, position) {
        return { row: row, key: key(row, column), position: position };
      });
      keyed.sort(function (a, b) {
        if (a.key === "" || b.key === "") {
          return (a.key === "") - (b.key === "") || a.position - b.position;
        }
        var order = numeric ? parseFloat(a.key) - parseFloat(b.key) : collator.compare(a.key, b.key);
        return sign * order || a.position - b.position;
      });
      all("th", table.tHead).forEach(function (cell) { cell.removeAttribute("aria-sort"); });
      header.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows = keyed.map(function (entry) { return entry.row; });
      var kept = new Set(fitting);
      fitting = rows.filter(function (row) { return kept.has(row); });
      first = 0;
      show();
    }

    all("th", table.tHead).forEach(function (header) {
      var button = make("button");
      button.type = "button";
      while (header.firstChild) { button.appendChild(header.firstChild); }
      header.appendChild(button);
      button.addEventListener("click", function () { sort(header); });
    });
    if (filters) {
      filters.querySelector("input[type=search]").addEventListener("input", filter);
      all("select", filters).forEach(function (select) { select.addEventListener("change", filter); });
      filters.hidden = false;
    }
    if (pager) {
      all("button", pager).forEach(function (button) {
        button.addEventListener("click", function () {
          first += size * Number(button.getAttribute("data-step"));
          show();
        });
      });
    }

    // A link may lead to a row that waits outside of the table.
    function goToAnchor() {
      var wanted = location.hash.slice(1);
      if (!wanted || byId(wanted)) { return; }
      var place = fitting.findIndex(function (row) { return row.id === wanted; });
      if (place < 0) { return; }
      first = size === Infinity ? 0 : Math.floor(place / size) * size;
      show();
      fitting[place].scrollIntoView();
    }
    show();
    window.addEventListener("hashchange", goToAnchor);
    goToAnchor();
  }

  // The map's year ----------------------------------------------------------------------------------

  function maps() {
    var controls = byId("map-controls");
    if (!controls) { return; }
    var figures = all("#maps figure");
    var instrument = byId("map-instrument"), measure = byId("map-measure"), year = byId("map-year");
    var output = byId("map-shown"), known = [];
    figures.forEach(function (figure) {
      var id = figure.getAttribute("data-instrument");
      if (known.indexOf(id) >= 0) { return; }
      known.push(id);
      var option = make("option", figure.getAttribute("data-name"));
      option.value = id;
      instrument.appendChild(option);
    });

    function candidates() {
      return figures.filter(function (figure) {
        return figure.getAttribute("data-instrument") === instrument.value &&
          figure.getAttribute("data-measure") === measure.value;
      });
    }

    function show() {
      var list = candidates(), chosen = list[Number(year.value)];
      figures.forEach(function (figure) {
        figure.classList.toggle("off", figure !== chosen);
        figure.classList.toggle("unprinted", list.indexOf(figure) < 0);
      });
      output.textContent = chosen ? chosen.getAttribute("data-year") : "–";
      year.setAttribute("aria-valuetext", output.textContent);
    }

    function restart() {
      var list = candidates();
      if (!list.length) {
        measure.value = measure.value === "zone" ? "mean" : "zone";
        list = candidates();
      }
      year.max = Math.max(list.length - 1, 0);
      year.disabled = list.length < 2;
      year.value = year.max;
      show();
    }

    instrument.addEventListener("change", restart);
    measure.addEventListener("change", restart);
    year.addEventListener("input", show);
    byId("maps").classList.add("single");
    controls.hidden = false;
    restart();
  }

  // Side by side ------------------------------------------------------------------------------------

  function compare() {
    var chooser = byId("chooser"), source = byId("compare-data");
    if (!chooser || !source) { return; }
    var data = JSON.parse(source.textContent), target = byId("compared"), selects = [];
    function label(name) { return chooser.getAttribute("data-" + name); }

    function table(instrument, bodies) {
      var rows = new Map();
      bodies.forEach(function (body, column) {
        body.rows.forEach(function (row) {
          if (row[0] !== instrument) { return; }
          var id = row[1] + " " + row[2];
          if (!rows.has(id)) { rows.set(id, { year: row[1], scale: row[2], cells: [] }); }
          rows.get(id).cells[column] = row;
        });
      });
      var ordered = Array.from(rows.values()).sort(function (a, b) {
        return b.year - a.year || a.scale - b.scale;
      });
      var element = make("table"), head = element.createTHead().insertRow();
      element.createCaption().textContent = data.instruments[instrument];
      [label("year"), label("scale")].concat(bodies.map(function (body) { return body.name; }))
        .forEach(function (name) {
          var cell = make("th", name);
          cell.scope = "col";
          head.appendChild(cell);
        });
      var lines = element.createTBody();
      ordered.forEach(function (row, place) {
        if (place > 0 && ordered[place - 1].scale !== row.scale) {
          var gap = lines.insertRow().insertCell();
          gap.colSpan = bodies.length + 2;
          gap.className = "scale-break";
          gap.textContent = label("break");
        }
        var line = lines.insertRow(), header = make("th", String(row.year));
        header.scope = "row";
        line.appendChild(header);
        line.appendChild(make("td", data.scales[row.scale] || ""));
        bodies.forEach(function (body, column) {
          var cell = line.insertCell(), value = row.cells[column];
          if (!value) { cell.textContent = "–"; return; }
          if (value[3]) { cell.appendChild(make("b", value[3])); cell.append(" "); }
          if (value[4] >= 0) {
            cell.appendChild(make("span", data.zones[value[4]], "zone " + data.styles[value[4]]));
            cell.append(" ");
          }
          if (value[5]) { cell.append(value[5]); }
        });
      });
      return element;
    }

    function show() {
      var bodies = selects.filter(function (select) { return select.value !== ""; })
        .map(function (select) { return data.bodies[Number(select.value)]; });
      target.replaceChildren();
      if (!bodies.length) { return; }
      data.instruments.forEach(function (name, instrument) {
        var has = bodies.some(function (body) {
          return body.rows.some(function (row) { return row[0] === instrument; });
        });
        if (!has) { return; }
        var box = make("div", undefined, "scroll");
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", label("caption") + ", " + name);
        box.appendChild(table(instrument, bodies));
        target.appendChild(box);
      });
      if (!target.firstChild) { target.appendChild(make("p", label("none"))); }
    }

    // The bodies with most results first: something to look at before anything is chosen.
    var richest = data.bodies.map(function (body, place) { return [body.rows.length, place]; })
      .sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    for (var number = 0; number < Math.min(4, data.bodies.length); number += 1) {
      var box = make("label", label("label") + " " + (number + 1) + " "), select = make("select");
      var none = make("option", "–");
      none.value = "";
      select.appendChild(none);
      data.bodies.forEach(function (body, place) {
        var option = make("option", body.name);
        option.value = String(place);
        select.appendChild(option);
      });
      if (number < 2) { select.value = String(richest[number][1]); }
      select.addEventListener("change", show);
      box.appendChild(select);
      chooser.appendChild(box);
      selects.push(select);
    }
    chooser.hidden = false;
    show();
  }

  // Review ------------------------------------------------------------------------------------------

  // A cell of CSV after RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in
  // front, which a run takes away.
  function cell(text) {
    if (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text)) { text = "'" + text; }
    return /[",\r\n]|^\s|\s$/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
  }

  function review() {
    var panel = byId("review"), source = byId("review-data");
    if (!panel || !source) { return; }
    var claims = JSON.parse(source.textContent), output = panel.querySelector("output");
    var who = byId("review-who");
    var columns = ["claim", "action", "field", "value", "document", "sha256", "quote", "prefix",
      "suffix", "about", "note", "who", "when"];

    function decisions() {
      var rows = [];
      all("article[data-number]").forEach(function (article) {
        var chosen = article.querySelector("input[type=radio]:checked");
        if (!chosen || !chosen.value) { return; }
        var row = Object.assign({}, claims[Number(article.getAttribute("data-number"))]);
        var isChange = chosen.value === "change";
        row.action = chosen.value;
        row.field = isChange ? article.querySelector("select").value : "";
        row.value = isChange ? article.querySelector("[data-value]").value.trim() : "";
        row.note = article.querySelector("[data-note]").value.trim();
        rows.push(row);
      });
      return rows;
    }

    function count() {
      output.textContent = decisions().length + " " + panel.getAttribute("data-decisions");
    }

    all("article[data-number]").forEach(function (article) {
      article.querySelector("fieldset").hidden = false;
      article.addEventListener("change", function () {
        var isChange = article.querySelector("input[type=radio]:checked").value === "change";
        all(".changed", article).forEach(function (label) { label.hidden = !isChange; });
        count();
      });
    });
    byId("review-download").addEventListener("click", function () {
      var name = who.value.trim();
      if (!name) {
        output.textContent = panel.getAttribute("data-need");
        who.focus();
        return;
      }
      var now = new Date(), two = function (n) { return (n < 10 ? "0" : "") + n; };
      var day = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
      var lines = decisions().map(function (row) {
        row.who = name;
        row.when = day;
        return columns.map(function (column) { return cell(row[column] || ""); }).join(",");
      });
      var link = make("a"), text = [columns.join(",")].concat(lines).join("\n") + "\n";
      link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      link.download = "corrections.csv";
      link.click();
      URL.revokeObjectURL(link.href);
      count();
    });
    panel.hidden = false;
    count();
  }

  // Of a picture wider than the window the newest years are seen first.
  function showNewest() {
    all("svg.zones, svg.series").forEach(function (picture) {
      picture.parentElement.scrollLeft = picture.parentElement.scrollWidth;
    });
  }

  all("table.cards:not([data-live])").forEach(function (table) {
    all("tbody tr", table).forEach(cardNamer(table));
  });
  all("table[data-live]").forEach(liveTable);
  showNewest();
  maps();
  compare();
  review();
}());
