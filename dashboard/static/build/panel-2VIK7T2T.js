import he from"./shared-6IOVGDFH.js";import{copy as ee}from"./shared-6IOVGDFH.js";import{el as $,focusedIn as y}from"./shared-6IOVGDFH.js";import{goal as ae,keyOf as re}from"./shared-6IOVGDFH.js";import{addressAfter as te,tell as H}from"./shared-6IOVGDFH.js";import{fill as ie}from"./shared-6IOVGDFH.js";import{isForBrowser as oe}from"./shared-6IOVGDFH.js";import{copy as P}from"./shared-6IOVGDFH.js";import{el as g,write as U}from"./shared-6IOVGDFH.js";import{fetchOnce as V}from"./shared-6IOVGDFH.js";import{goal as G}from"./shared-6IOVGDFH.js";import{place as J}from"./shared-6IOVGDFH.js";var z=new WeakMap;function h(i,a,e){let r=z.get(i)??i.textContent??"";z.set(i,r),i.textContent=a.textContent=e,setTimeout(()=>{i.textContent=r,a.textContent=""},3e3)}var K=110,q=["text","bibtex","csl"],v=class{#e=q.map(a=>g("button",{type:"button",role:"menuitem",tabindex:-1,onclick:()=>{this.#n(a)}}));#a=g("div",{class:"menu",popover:"auto",role:"menu"},...this.#e);elements=[this.#a];#t={};#i=null;constructor(a){this.status=a,this.#a.onkeydown=e=>{let r=G(e.key,this.#e.findIndex(t=>t===e.target),this.#e.length,"column");r!==void 0&&(e.preventDefault(),this.#e[r].focus())},this.#a.addEventListener("toggle",({newState:e})=>this.#i?.setAttribute("aria-expanded",String(e==="open")))}draw({citations:a,cite:e},r){if(e){this.#t={citations:a,cite:e},this.#a.ariaLabel=e.copy,this.#e.forEach((t,n)=>U(t,e[q[n]]));for(let t of r.querySelectorAll(".sources li"))t.querySelector(".facts")?.append(g("span",{},g("button",{type:"button",class:"copy","data-copy":t.id,"aria-haspopup":"menu","aria-expanded":!1,"aria-description":t.querySelector(".cite")?.textContent},e.copy)))}}open(a){this.#o(),this.#i=a,this.#a.showPopover(),J(this.#a,a.getBoundingClientRect(),{room:K}),this.#e[0].focus()}#o=()=>V(this.#t.citations).catch(()=>[]);async#n(a){let{cite:e}=this.#t,r=this.#i,t=r?.closest("li");if(!e||!r||!t)return;this.#a.hidePopover();let n=(await this.#o())[t.value-1]?.[a],s=n!==void 0&&await P(n);r.focus({preventScroll:!0}),h(r,this.status,s?`${e.copied} · ${e[a]}`:e.failed)}};import{el as _}from"./shared-6IOVGDFH.js";var S=JSON.parse(document.querySelector("meta[name=desk]")?.getAttribute("content")??"null"),Q=["agreements","contacts","projects","links","indicators","events","sources"];S&&(new BroadcastChannel("twinned-desk").onmessage=()=>dispatchEvent(new Event("visibilitychange")));function T(i,a){let e=i.querySelector("section"),r=S?.[e?.lang??""];if(!e||!r)return;let{key:t="",kind:n}=e.dataset,s=t.includes("_")?t:"";for(let o of m(i,'article:is([data-record], [id*="/"])'))p(o,r.edit,"form",{of:o.id||(a?.(Number(o.dataset.record))??"")});for(let o of m(i,"[data-source-key]"))p(o,r.edit,"form",{of:`sources:${o.dataset.sourceKey}`});for(let o of Q){let l=i.querySelector(`[id="part-${o}"], section[id="${o}"]`);l&&p(l,`+ ${r.add}`,"form",{list:o==="contacts"?"agreements":o,pair:s})}let c=m(i,".tools")[0]??m(i,"p:has(> .open)")[0];c&&p(c,r.title,"",{pair:s}),c&&n==="place"&&p(m(i,"header.top + div")[0]??e,r.edit,"form",{of:`places:${t}`})}function p(i,a,e,r){if(i.querySelector(":scope > .to-desk"))return;let t=new URLSearchParams(location.search),n=t.get("theme"),s=new URLSearchParams({...r,lang:i.closest("section[lang]")?.getAttribute("lang")??"",...n&&{theme:n}}),c=_("a",{class:"to-desk",href:`./desk/${e}?${s}`,target:"twinned-desk"},a),o=i.querySelector(":scope > h3:not(.printed)");o?o.after(c):i.matches("[role=tabpanel]")?i.prepend(c):i.append(" ",c)}var m=(i,a)=>[...i.querySelectorAll(a)];function L(i){let a=new ResizeObserver(e=>{for(let{target:r}of e)A(r)});for(let e of i){let r=j(e);r.onscroll=()=>A(e),e.dataset.shown==="end"&&(r.scrollLeft=r.scrollWidth*(getComputedStyle(r).direction==="rtl"?-1:1)),a.observe(e)}}var j=i=>i.querySelector(".scroll");function A(i){let a=j(i),e=a.scrollWidth-a.clientWidth;i.classList.toggle("overflowing",e>1),i.classList.toggle("fading",e-Math.abs(a.scrollLeft)>1),a.tabIndex=e>1?0:-1}import{keyOf as X}from"./shared-6IOVGDFH.js";var Y={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]};function Z(i,a,e){let[r,t]=Y[i]??[0,0],n=({row:o,column:l})=>(o-a.row)*r+(l-a.column)*t,s=({row:o,column:l})=>Math.abs((o-a.row)*t)+Math.abs((l-a.column)*r);return e.filter(o=>n(o)>0).sort((o,l)=>+(s(o)>0)-+(s(l)>0)||n(o)-n(l)||s(o)-s(l))[0]}function E(i){let a=i.target,e=a.closest("table");if(!e||!a.matches("td > button"))return!1;let r=[...e.querySelectorAll("td > button")].map(C),t=Z(X(i),C(a),r);if(!t)return!1;for(let n of r)n.button.tabIndex=n===t?0:-1;return t.button.focus(),!0}function C(i){let a=i.parentElement;return{button:i,row:a.parentElement.rowIndex,column:a.cellIndex}}function b({tab:i,act:a,brief:e,open:r,page:t,address:n,set:s,value:c,select:o,sector:l},d=""){let u=d.split("#")[1],k=l!==void 0&&{sector:l};if(i!==void 0)return{do:"tab",tab:i};if(a==="print")return{do:"print",brief:e!==void 0};if(a==="link")return{do:"link"};if(a==="reset")return{do:"tell",event:{do:"reset",...k}};if(r!==void 0)return{do:"tell",event:{do:"open",page:r,...o!==void 0&&{selected:o},...k,...u&&{part:u}}};if(t!==void 0)return{do:"tell",event:{do:"open",page:t}};if(n!==void 0){let[N,R]=d.replace(/^\.\//,"").split("?");return{do:"tell",event:{do:"address",path:N,query:R}}}return s!==void 0?{do:"tell",event:x(s,c?.split(" ")??[])}:o!==void 0?{do:"tell",event:{do:"set",name:"selected",value:o||null}}:d.startsWith("#")?{do:"jump",id:u}:null}var x=(i,a)=>({do:"set",name:i,value:a.length>1?a:a[0]||null});function w(i,a){let e=new URL(i);return e.search=a,e.href}var ne=1500,f=class{#e=$("div",{class:"root","data-testid":"panel"});#a=$("p",{class:"unseen",role:"status"});#t=new v(this.#a);#i="";#o="";#n="";#p="";#l=new Map;#c=!1;constructor(a){let e=this.#e;e.onclick=r=>this.#v(r),e.onchange=r=>this.#f(r),e.onkeydown=r=>this.#w(r);for(let r of["pointerdown","mouseover","focusin","contextmenu"])e.addEventListener(r,t=>this.#x(t));a.append(e,this.#a,...this.#t.elements)}update(a){let{html:e,part:r="",refine:t}=a,n=!this.#i,s=y(this.#e)?.closest(".cut"),c=s?.closest("[id]")?.id,o=new Set(s&&this.#m());this.#i!==e&&this.#g(a),t&&(t(this.#e),this.#s(this.#l.get(this.#n))),s&&c&&!this.#e.contains(y(this.#e))&&this.#d(this.#m().find(d=>!o.has(d))??c);let l=r!==this.#p?r:n?location.hash.slice(1):"";this.#p=r,l&&requestAnimationFrame(()=>this.#d(l))}#g(a){let{html:e}=a,r=this.#e,t=this.#o,n=se(y(r),r);ie(r,e),this.#i=e;let{key:s="",kind:c=""}=r.querySelector("section")?.dataset??{};this.#o=s,this.#n=c,this.#t.draw(a,r),a.refine||T(r),L(this.#r(".frame"));for(let o of this.#r("[role=tab]"))for(let l of this.#r(`[aria-labelledby="${o.id}"] :is(summary .n, .more)`))l.title=o.title;this.#s(this.#l.get(c));for(let o of this.#r(".choice [aria-checked=true]"))I(o);r.querySelectorAll(".tip").forEach((o,l)=>{o.id=`tip-${l}`,o.previousElementSibling?.setAttribute("aria-describedby",o.id)}),s!==t&&(r.scrollTop=0),this.#c&&s!==t?(r.querySelector("h2")?.focus({preventScroll:!0}),r.querySelector(".full, .choose")&&scrollTo(0,0)):n&&r.querySelector(n)?.focus({preventScroll:!0}),this.#c=!1}#v(a){let e=M(a),r=e instanceof HTMLAnchorElement;if(!e||r&&oe(a))return;if(e.matches(".mark"))return e.setAttribute("aria-expanded",String(e.ariaExpanded!=="true"));if(e instanceof HTMLButtonElement&&e.matches(".copy"))return this.#t.open(e);let t=b(e.dataset,e.getAttribute("href")??void 0);t&&(a.preventDefault(),t.do==="print"?this.#b(t.brief):t.do==="link"?this.#u(e):t.do==="jump"?this.#d(t.id):t.do==="tab"?(this.#l.set(this.#n,t.tab),this.#s(t.tab)):(this.#c=t.event.do==="open"||t.event.do==="set"&&t.event.name==="selected",H(t.event)))}#f({target:a}){let e=a instanceof HTMLSelectElement&&a.dataset.set;if(!e)return;let r=this.#r(`select[data-set="${CSS.escape(e)}"]`);H(x(e,r.map(({value:t})=>t)))}async#u(a){let{done:e="",failed:r=""}=a.dataset;h(a,this.#a,await ee(w(a.href,location.search))?e:r)}#b(a){this.#e.classList.toggle("brief",a),addEventListener("afterprint",()=>this.#e.classList.remove("brief"),{once:!0}),print()}#x(a){let e=M(a);if(!(e instanceof HTMLAnchorElement))return;let r=b(e.dataset,e.getAttribute("href")??void 0);r?.do==="tell"?e.href=te(r.event)||e.href:r?.do==="link"?e.href=w(e.href,location.search):e.matches(".cites a")&&!e.title&&(e.title=this.#h(e.hash.slice(1))?.querySelector(".cite")?.textContent??"")}#w(a){let e=a.target;if(a.key==="Escape"&&e.matches(".mark"))return e.ariaExpanded="false",e.blur();if(E(a))return a.preventDefault();let r=e.role==="tab"?this.#r("[role=tab]"):[...e.closest("[role=radiogroup]")?.querySelectorAll("button")??[]],t=ae(re(a),r.indexOf(e),r.length,e.role==="tab"?"row":"both");!r.includes(e)||t===void 0||(a.preventDefault(),r[t].focus(),r[t].click())}#s(a){let e=this.#r("[role=tab]").filter(t=>!t.hidden),r=e.find(t=>t.dataset.tab===a)??e[0];if(r){for(let t of e)t.ariaSelected=String(t===r),t.tabIndex=t===r?0:-1;I(r);for(let t of this.#r("[role=tabpanel]"))t.hidden=t.getAttribute("aria-labelledby")!==r.id}}#d(a){let e=this.#h(a);if(!e)return;let r=e.closest("[role=tabpanel]")?.id,t=e.closest("details");t&&(t.open=!0),r&&this.#s(r.replace("part-",""));let n=e.querySelector(":scope:not(article) :is(h2, h3)"),s=n??e;n||(e.tabIndex=-1),e.scrollIntoView({block:n?"start":"center"}),s.focus({preventScroll:!0}),!n&&(e.classList.add("flash"),setTimeout(()=>e.classList.remove("flash"),ne))}#m=()=>this.#r(":is(article, li)[id], article[data-record]").filter(({hidden:a})=>!a).map(({id:a,dataset:e})=>a||(e.record??""));#h=a=>this.#e.querySelector(`[id="${CSS.escape(a)}"], article[data-record="${CSS.escape(a)}"]`);#r=a=>[...this.#e.querySelectorAll(a)]};function I(i){let a=i.parentElement;requestAnimationFrame(()=>{let e=getComputedStyle(a).direction==="rtl";a.scrollLeft=e?i.offsetLeft:i.offsetLeft+i.offsetWidth-a.clientWidth})}var M=i=>i.target.closest("a, button");function se(i,a){if(!i||!a.contains(i))return"";let e=[...i.attributes].filter(({name:r})=>r==="id"||r.startsWith("data-"));return e.length?i.localName+e.map(({name:r,value:t})=>`[${r}="${CSS.escape(t)}"]`).join(""):""}var O=`/* The panel and all other HTML from Python. Those of closeness and stage come from --tone-*, set by the page. */
.root { overflow-wrap: break-word; font-family: var(--font); font-size: var(--size-14); line-height: 1.45; color: var(--ink); max-height: var(--panel-height, none); overflow-y: var(--panel-scroll, visible); overscroll-behavior: contain; padding: var(--panel-pad, 0 .35rem 0 0); scrollbar-width: thin; }
.root * { box-sizing: border-box; }
.unseen { position: absolute; clip-path: inset(50%); }
.printed { display: none; }
h2 { word-break: keep-all; overflow-wrap: anywhere; font-size: var(--size-20); line-height: 1.2; margin: 0; font-weight: 650; letter-spacing: -.01em; }
h3 { font-size: var(--size-14); margin: calc(.9 * var(--rem)) 0 calc(.3 * var(--rem)); }
h4, .title { font-size: var(--size-14); line-height: 1.35; margin: 0; font-weight: 550; }
p { margin: calc(.15 * var(--rem)) 0; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
button:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; border-radius: 3px; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
.top { display: flex; gap: calc(.5 * var(--rem)); justify-content: space-between; align-items: start; }
.close { font-size: calc(1.4 * var(--rem)); line-height: 1; padding: 0 calc(.4 * var(--rem)) calc(.15 * var(--rem)); border-radius: 6px; color: var(--quiet); }
.close:hover { background: var(--soft); }
.root { --small: max(calc(.8 * var(--rem)), var(--size-12)); }
.badges { display: flex; flex-wrap: wrap; gap: calc(.35 * var(--rem)); margin: calc(.5 * var(--rem)) 0; }
.badge { background: var(--soft); border-radius: 5px; padding: calc(.1 * var(--rem)) calc(.5 * var(--rem)); font-size: var(--small); }
.badge.lead { background: color-mix(in srgb, var(--tone) 22%, var(--paper)); border: 1px solid var(--tone); font-weight: 550; }
.badge.lead.dashed { background: none; border-style: dashed; font-weight: 400; }
.counts { display: grid; grid-template-columns: repeat(4, 1fr); border: 1px solid var(--line); border-radius: 8px; margin: calc(.6 * var(--rem)) 0; padding: calc(.45 * var(--rem)) calc(.2 * var(--rem)); }
.counts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; align-items: center; min-width: 0; }
.counts dd { margin: 0; font-size: calc(1.15 * var(--rem)); font-weight: 650; font-variant-numeric: tabular-nums; }
.counts dt { color: var(--quiet); font-size: var(--small); text-align: center; overflow-wrap: anywhere; }
.tabs { display: flex; flex-wrap: wrap; gap: 0 calc(.9 * var(--rem)); border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); z-index: 1; }
.tabs button { display: flex; flex: none; flex-direction: column; align-items: center; padding: calc(.35 * var(--rem)) 0 calc(.2 * var(--rem)); color: var(--quiet); border-bottom: 2px solid transparent; font-size: var(--small); line-height: 1.3; }
.tabs button:lang(zh) { font-size: calc(.95 * var(--rem)); }
.tabs [aria-selected=true] { color: var(--ink); font-weight: 600; border-color: var(--ink); }
.n { color: var(--quiet); font-weight: 400; font-size: var(--small); font-variant-numeric: tabular-nums; }
article { position: relative; padding: calc(.55 * var(--rem)) 0; border-bottom: 1px solid var(--line); }
article > header { display: flex; justify-content: space-between; gap: calc(.6 * var(--rem)); align-items: start; }
article > header { flex-wrap: wrap; }
:is(article > header, .entry) > :first-child { flex: 1 1 50%; min-width: min(100%, 10em); overflow-wrap: anywhere; } /* what stands beside it goes below where it has no room */
.chip { flex: 0 1 auto; max-width: calc(9 * var(--rem)); font-size: var(--small); padding: calc(.08 * var(--rem)) calc(.4 * var(--rem)); border-radius: 4px; background: var(--soft); color: var(--ink); text-align: end; }
.facts { color: var(--quiet); font-size: var(--small); }
.facts span + span::before { content: "·"; margin: 0 .35em; }
.facts a { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
.facts .mark { margin-block: 0; margin-inline: .35em 0; }
:lang(zh) .cite [lang]:not(:lang(zh)) { font-family: Inter, sans-serif; } /* titles with the marks of their own language */
.facts:empty { display: none; }
.ends { font-size: calc(.88 * var(--rem)); }
.ends a, .what a { text-decoration: underline; text-underline-offset: .2em; }
.ends small { display: block; color: var(--quiet); }
.fresh { display: inline-block; margin-inline-start: .25em; padding: 0 .5em; border: 1px solid currentcolor; border-radius: 1em; color: var(--teal); font-size: var(--size-12); font-weight: 500; line-height: 1.35; vertical-align: baseline; white-space: nowrap; }
.cites { font-size: var(--small); line-height: 0; }
.cites a { display: inline-block; line-height: 1; }
.cites a + a { margin-inline-start: .3em; }
.mark { margin-block: calc(.2 * var(--rem)) 0; margin-inline: 0 calc(.4 * var(--rem)); font-size: var(--small); cursor: help; border: 1px dashed color-mix(in srgb, var(--ink) 60%, transparent); color: var(--link); border-radius: 4px; padding: 0 calc(.35 * var(--rem)); }
.mark.note { border-style: solid; }
.tip { display: none; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: calc(.4 * var(--rem)) calc(.55 * var(--rem)); margin: calc(.3 * var(--rem)) 0; font-size: var(--small); font-weight: 400; color: var(--ink); }
.mark:hover + .tip, .mark:focus-visible + .tip { display: block; position: absolute; z-index: 2; inset-inline-start: 0; inset-inline-end: 0; max-width: calc(34 * var(--rem)); margin-top: calc(.2 * var(--rem)); box-shadow: 0 4px 16px rgb(0 0 0 / 18%); }
.mark[aria-expanded=true] + .tip { display: block; position: static; box-shadow: none; }
.group > summary { cursor: pointer; padding: calc(.45 * var(--rem)) 0 calc(.25 * var(--rem)); font-weight: 600; font-size: calc(.88 * var(--rem)); }
.more { display: inline-block; padding: calc(.4 * var(--rem)) 0 calc(.2 * var(--rem)); font-size: calc(.88 * var(--rem)); }
.figure { display: grid; grid-template-columns: minmax(calc(5.5 * var(--rem)), 32%) 1fr; gap: calc(.7 * var(--rem)); align-items: baseline; }
.figure strong { font-weight: 650; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.partner { color: var(--link); font-size: var(--small); display: block; margin-top: calc(.15 * var(--rem)); }
.partners { list-style: none; margin: calc(.2 * var(--rem)) 0; padding: 0; }
.partners button, .row { color: inherit; width: 100%; display: grid; grid-template-columns: calc(1.6 * var(--rem)) minmax(0, 1fr) fit-content(40%) calc(2.2 * var(--rem)); gap: calc(.5 * var(--rem)); align-items: center; padding: calc(.4 * var(--rem)) calc(.2 * var(--rem)); border-bottom: 1px solid var(--line); }
.partners button:hover, .row:hover { text-decoration: none; background: var(--soft); }
.partners em { text-align: end; font-style: normal; color: var(--quiet); font-size: var(--small); }
.partners em:last-child { grid-column: 3 / -1; } /* Without a number, the closeness has its room too. */
.partners b { text-align: end; font-variant-numeric: tabular-nums; font-weight: 550; }
.line { height: 0; border-top: var(--width, 3px) solid var(--tone, var(--line)); }
.line.dashed { border-top-style: dashed; }
.band .line { display: block; border-top-width: 4px; margin-bottom: calc(.6 * var(--rem)); border-radius: 2px; }
.open { font-weight: 550; font-size: calc(.9 * var(--rem)); }
.sources { padding-inline-start: calc(2 * var(--rem)); margin: calc(.3 * var(--rem)) 0; font-size: calc(.9 * var(--rem)); }
.sources li { padding: calc(.3 * var(--rem)) 0; }
.copy { text-decoration: underline dotted; text-underline-offset: .2em; }
.copy:hover { text-decoration: underline; }
.menu { position: fixed; inset: auto; margin: 0; padding: calc(.25 * var(--rem)); border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink); font: calc(.88 * var(--rem)) var(--font); box-shadow: 0 4px 16px rgb(0 0 0 / 18%); }
.menu button { display: block; width: 100%; padding: calc(.3 * var(--rem)) calc(.7 * var(--rem)); border-radius: 5px; }
.menu button:hover, .menu button:focus-visible { background: var(--soft); }
.sources li::marker { color: var(--link); font-size: var(--small); }
.flash { background: color-mix(in srgb, var(--ink) 16%, transparent); border-radius: 6px; }
.hidden, .none, .cut { color: var(--quiet); font-size: calc(.88 * var(--rem)); margin: calc(.7 * var(--rem)) 0; }
.hidden button, .cut button { color: var(--link); }
/* The dossier page: its head on the left, the text on the right. */
.full { display: grid; grid-template-columns: calc(15 * var(--rem)) minmax(0, 1fr); gap: calc(2.5 * var(--rem)); max-width: calc(78 * var(--rem)); margin: 0 auto; }
.full aside { position: sticky; top: calc(var(--head) + var(--bar) + var(--gap-16)); align-self: start; }
.full h2, .choose h2 { font-size: var(--size-28); }
.full h2:focus, .full h3:focus, .choose h2:focus, .full li:focus, .full article:focus { outline: 0; }
.full h3 { font-size: var(--size-20); margin: calc(2 * var(--rem)) 0 calc(.3 * var(--rem)); padding-bottom: calc(.3 * var(--rem)); border-bottom: 1px solid var(--line); }
.full h4.group { font-size: var(--size-16); font-weight: 600; margin: calc(1.1 * var(--rem)) 0 calc(.1 * var(--rem)); break-after: avoid; }
.full .chip { max-width: calc(20 * var(--rem)); }
.story { font-size: var(--size-16); line-height: 1.6; max-width: calc(46 * var(--rem)); margin: 0; }
.small { color: var(--quiet); font-size: var(--small); }
.contents ul { list-style: none; margin: calc(.8 * var(--rem)) 0; padding: 0; border-top: 1px solid var(--line); }
.contents a { display: flex; justify-content: space-between; padding: calc(.3 * var(--rem)) 0; border-bottom: 1px solid var(--line); color: inherit; font-size: calc(.9 * var(--rem)); }
.failed { margin: var(--gap-24) 0; font-size: var(--size-16); }
.root .as-of { margin: var(--gap-24) 0 0; color: var(--quiet); font-size: var(--size-12); }
.tools { display: flex; flex-wrap: wrap; gap: calc(.4 * var(--rem)); }
.tools a { border: 1px solid var(--line); border-radius: 6px; padding: calc(.2 * var(--rem)) calc(.6 * var(--rem)); font-size: var(--small); color: inherit; }
.tools button { border: 1px solid var(--line); border-radius: 6px; padding: calc(.2 * var(--rem)) calc(.6 * var(--rem)); font-size: var(--small); }
.tools button:hover, .tools a:hover { text-decoration: none; background: var(--soft); }
.full .columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(22 * var(--rem))), 1fr)); gap: 0 calc(2 * var(--rem)); }
.full .partners { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(22 * var(--rem))), 1fr)); gap: 0 calc(2 * var(--rem)); }
.time { border-inline-start: 2px solid var(--line); margin-block: calc(.8 * var(--rem)) 0; margin-inline: calc(.4 * var(--rem)) 0; padding-inline-start: calc(1.1 * var(--rem)); }
.time article::before { content: ""; position: absolute; inset-inline-start: calc(calc(-1.1 * var(--rem)) - 7px); top: calc(.9 * var(--rem)); width: 8px; height: 8px; border-radius: 50%; background: var(--tone); border: 2px solid var(--paper); }
.matrix { border-collapse: collapse; font-size: calc(.86 * var(--rem)); margin: calc(.6 * var(--rem)) 0; }
.matrix th { font-weight: 500; text-align: start; word-break: keep-all; }
.matrix thead th { color: var(--quiet); text-align: end; vertical-align: bottom; padding: calc(.2 * var(--rem)) calc(.7 * var(--rem)); }
.matrix td { text-align: end; padding: calc(.2 * var(--rem)) calc(.7 * var(--rem)); font-variant-numeric: tabular-nums; min-width: calc(3 * var(--rem)); }
.matrix tbody tr { border-top: 1px solid var(--line); }
.matrix tbody th { max-width: calc(11 * var(--rem)); }
.matrix i { display: inline-block; width: calc(.6 * var(--rem)); height: calc(.6 * var(--rem)); border-radius: 2px; background: var(--tone); margin-inline-end: calc(.45 * var(--rem)); }
.series { list-style: none; margin: calc(.4 * var(--rem)) 0; padding: 0; }
.series li { position: relative; display: grid; grid-template-columns: minmax(calc(6 * var(--rem)), calc(11 * var(--rem))) minmax(calc(4 * var(--rem)), calc(16 * var(--rem))) auto; gap: calc(.1 * var(--rem)) calc(.8 * var(--rem)); align-items: center; padding: calc(.3 * var(--rem)) 0; border-bottom: 1px solid var(--line); }
.series .when { font-size: calc(.88 * var(--rem)); }
.series i { height: calc(.8 * var(--rem)); }
.series i::before { content: ""; display: block; height: 100%; width: calc(var(--share) * 100%); min-width: 2px; background: var(--ink); border-radius: 2px; print-color-adjust: exact; }
.series .what { grid-column: 1 / -1; color: var(--quiet); font-size: var(--small); }
.around { display: flex; justify-content: space-between; gap: calc(1 * var(--rem)); margin: calc(2.5 * var(--rem)) 0 calc(1 * var(--rem)); padding-top: calc(.8 * var(--rem)); border-top: 1px solid var(--line); }
.around a:last-child { text-align: end; }
.around small { display: block; color: var(--quiet); }
.choose { max-width: calc(64 * var(--rem)); margin: 0 auto; }
.choose h3 .line { display: inline-block; width: calc(1.6 * var(--rem)); margin-inline-end: calc(.5 * var(--rem)); vertical-align: middle; }
.plain { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(19 * var(--rem))), 1fr)); gap: 0 calc(1.6 * var(--rem)); }
.entry { display: flex; flex-wrap: wrap; justify-content: space-between; gap: calc(.6 * var(--rem)); padding: calc(.35 * var(--rem)) calc(.2 * var(--rem)); border-bottom: 1px solid var(--line); color: inherit; }
.entry em { font-style: normal; color: var(--quiet); font-size: var(--small); white-space: nowrap; }
.entry small { display: block; color: var(--quiet); font-size: var(--small); }
/* The list of sectors, and the page about the atlas. */
.sectors .entry { display: grid; grid-template-columns: calc(1.6 * var(--rem, 1rem)) minmax(0, 1fr) fit-content(40%); align-items: center; gap: 0 calc(.6 * var(--rem, 1rem)); padding-block: calc(.55 * var(--rem, 1rem)); }
.sectors strong { font-weight: 600; }
.sectors .entry em { white-space: normal; text-align: end; }
.sectors small { grid-column: 2 / -1; }
.about .body { max-width: calc(50 * var(--rem, 1rem)); }
.about .body > section:first-child h3 { margin-top: 0; }
.about .body p { margin: calc(.6 * var(--rem, 1rem)) 0; }
.about dl { margin: calc(.6 * var(--rem, 1rem)) 0; }
.about dl div { display: grid; grid-template-columns: calc(13 * var(--rem, 1rem)) 1fr; gap: calc(.1 * var(--rem, 1rem)) calc(1.4 * var(--rem, 1rem)); padding: calc(.5 * var(--rem, 1rem)) 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.about dt { font-weight: 600; }
.about dt .line { display: inline-block; width: calc(1.6 * var(--rem, 1rem)); margin-inline-end: calc(.5 * var(--rem, 1rem)); vertical-align: middle; }
.about dd { margin: 0; }
.about dd a { text-decoration: underline; text-underline-offset: .2em; }
.about .sizes div { grid-template-columns: calc(6 * var(--rem, 1rem)) 1fr; }
.sizes dt { font-variant-numeric: tabular-nums; }
@media (max-width: 899px) {
  .about .body { max-width: none; }
  .about dl div { display: block; }
  .full { display: block; }
  .full aside { position: static; margin-bottom: calc(1.4 * var(--rem)); }
  .full h2, .choose h2 { font-size: var(--size-20); }
  .full .chip { flex: 0 1 auto; max-width: none; text-align: start; }
  .contents ul { columns: 2; }
  .matrix :is(thead th, td) { padding-inline: 4px; min-width: 0; }
}
/* On paper: everything open, black on white in any theme, and the addresses of sources spelled out. */
@media print {
  .root { --ink: #111; --paper: #fff; --soft: #f3f3f3; --link: #111; background: #fff; max-height: none; overflow: visible; font-size: 10pt; }
  .badge.lead, .badge.lead:not(.dashed) { background: none; color: #111; border: 1px solid var(--tone); }
  .time article::before, .matrix i { print-color-adjust: exact; }
  .full { display: block; max-width: none; }
  .dossier:not(.full), .full :is(.columns, .partners) { display: block; columns: 2; column-gap: calc(2 * var(--rem)); }
  .full aside { position: static; }
  .contents, .tools, .around, .tabs, .close, .hidden button, .cut button, .more, .open, .facts span:has(> .copy) { display: none; }
  .chip, .full .chip { max-width: 50%; }
  .scroll { overflow: visible; }
  .printed { display: block; margin-top: calc(1.4 * var(--rem)); border-bottom: 1px solid var(--ink); font-size: var(--size-16); }
  [role=tabpanel]:not(.empty) { display: block; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { list-style: none; break-after: avoid; }
  .mark { margin-block: 0; margin-inline: 0 .4em; }
  .tip + .mark { margin-inline-start: .4em; }
  .tip, .mark:hover + .tip { display: inline; position: static; margin: 0; padding: 0; border: 0; background: none; box-shadow: none; }
  .brief :is(.mark, .tip) { display: none !important; }
  article, .stages, .chart details, .series li, .sources li, .partners li, .matrix tr { break-inside: avoid; }
  h3 { break-after: avoid; }
  .unseen { display: none; } /* out of the flow, it may stand alone on a sheet */
  .about dl div { display: grid; }
  .sources a[target]::after { content: " " attr(href); overflow-wrap: anywhere; }
}
/* The panel beside the map: the pair of a record is not said again in the panel of that pair. */
[data-kind=pair] .partner { display: none; }
.stages .bar { display: flex; gap: 2px; height: calc(.55 * var(--rem)); margin: calc(.5 * var(--rem)) 0 calc(.3 * var(--rem)); border-radius: 3px; overflow: hidden; }
.stages i { background: var(--stage); }
.stages .facts i { display: inline-block; width: calc(.6 * var(--rem)); height: calc(.6 * var(--rem)); margin-inline-end: .35em; border-radius: 2px; }
.stage-0 { --stage: light-dark(#c3d6e6, #284358); }
.stage-1 { --stage: light-dark(#6a9bc1, #3a78a6); }
.stage-2 { --stage: light-dark(#1d4f7c, #8fc1e8); }
.stage-3 { --stage: light-dark(#b9b3a6, #5d6873); }
.dossier:not(.full) .story { margin: .4em 0 .6em; font-size: inherit; line-height: inherit; }
.problems { margin-bottom: var(--gap-16); padding: var(--gap-8) var(--gap-12); border: 1px solid var(--ink); border-radius: var(--radius); }
.problems summary { cursor: pointer; font-weight: 600; }
.problems code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: var(--size-12); }
@media (forced-colors: active) { .line { forced-color-adjust: none; } }
/* To the editor's desk. */
.to-desk { display: inline-block; min-height: 24px; color: var(--quiet); font-size: var(--small); }
.to-desk:hover { color: var(--link); }
@media (pointer: coarse) { .to-desk { padding-block: 12px; } }
@media print { .to-desk { display: none; } }
`;var W=`/* The pages of charts: insights and comparison. Every chart is a table; what a colour says, a number or a line says too. */
.root:has(> .charts) { padding: 0; }
.charts { --cell: calc(26 * var(--unit)); font: var(--size-14)/1.45 var(--font); color: var(--ink); padding-bottom: var(--gap-48); }
.charts h1, .charts h2, .charts h3, .charts h4, .charts p { margin: 0; }
.charts h1 { font-size: var(--size-28); line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
.charts h2 { font-size: var(--size-20); line-height: 1.3; font-weight: 650; letter-spacing: -.01em; text-wrap: pretty; word-break: normal; max-width: 60ch; }
.charts h2:focus { outline: 0; }
.charts h3 { font-size: var(--size-14); line-height: 1.4; font-weight: 600; }
.charts h4 { font-size: var(--size-12); font-weight: 600; color: var(--quiet); margin-top: var(--gap-8); }
.charts ul { list-style: none; margin: 0; padding: 0; }
.charts a { color: inherit; }
.charts :is(button, a, select, summary):focus-visible, .charts .scroll:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; border-radius: 3px; }
.page-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--gap-8) var(--gap-24); margin-bottom: var(--gap-24); }
.choice { display: flex; align-items: center; gap: var(--gap-12); color: var(--quiet); }
.choice [role=radiogroup] { display: flex; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; color: var(--ink); background: var(--raised); }
.choice button { padding: var(--gap-4) var(--gap-12); min-height: calc(30 * var(--unit)); }
.choice [aria-checked=true] { color: var(--paper); background: var(--ink); }
.charts .choice button:focus-visible { outline-offset: -4px; outline-color: currentcolor; }
.two-columns > div, .charts { display: flex; flex-direction: column; }
.two-columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 var(--gap-24); }
.two-columns > div { min-width: 0; }
.chart { padding: var(--gap-16) 0 var(--gap-24); border-top: 1px solid var(--line); scroll-margin-top: calc(var(--head) + var(--gap-16)); }
.charts .empty h2 { font-size: var(--size-14); font-weight: 400; color: var(--quiet); }
.kicker { font-size: var(--size-12); font-weight: 600; color: var(--quiet); }
.more-said { max-width: 75ch; text-wrap: pretty; }
.charts .more-said { margin-top: var(--gap-4); }
.counted { font-size: var(--size-12); color: var(--quiet); max-width: 90ch; text-wrap: pretty; }
.charts .counted { margin-top: var(--gap-8); }
.take { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--gap-16); margin-top: var(--gap-8); font-size: var(--size-12); }
.take > a, .numbers > summary { display: inline-flex; align-items: center; min-height: 24px; cursor: pointer; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .25em; }
.take > a:hover, .numbers > summary:hover { text-decoration-color: currentcolor; }
.numbers > summary { list-style: none; }
.numbers > summary::-webkit-details-marker { display: none; }
.numbers[open] { flex-basis: 100%; min-width: 0; }
/* Frames: the first column stays in sight. */
.frame { position: relative; margin-top: var(--gap-12); }
.scroll { position: relative; overflow-x: auto; scrollbar-width: thin; }
.charts .sideways { margin-top: var(--gap-4); }
.sideways { display: none; font-size: var(--size-12); color: var(--quiet); }
.overflowing .sideways { display: block; }
.fading > .scroll { mask-image: linear-gradient(var(--to-start), transparent, #000 32px); }
.scroll th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--paper); }
.charts table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.charts th { font-weight: 400; text-align: start; }
.charts tbody th { padding-inline-start: 0; }
.charts thead th { font-size: var(--size-12); color: var(--quiet); line-height: 1.25; vertical-align: bottom; padding: 0 2px var(--gap-4); }
.charts thead th:first-child { padding-inline-start: 0; }
.cells { width: 100%; }
.cells thead th:not(:first-child) { text-align: center; width: calc(84% / var(--columns)); }
.cells tbody th { font-size: var(--size-12); line-height: 1.2; padding-inline-end: var(--gap-8); border-top: 1px solid var(--line); }
.cells td { padding: 1px; border-top: 1px solid var(--line); min-width: calc(32 * var(--unit)); }
.square { display: grid; place-content: center; width: 100%; height: var(--cell); box-sizing: border-box; border-radius: 3px; font-size: var(--size-12); font-weight: 600; text-align: center; }
button.square:hover { box-shadow: 0 0 0 2px var(--ink); }
.rank-1 { background: var(--tone); color: light-dark(#fff, #14191e); }
.rank-2 { background: color-mix(in srgb, var(--tone) 24%, var(--paper)); border: 2px solid var(--tone); }
.rank-3 { border: 1px solid var(--tone); }
.rank-4 { border: 1px dashed var(--tone); }
.rank-5 { border: 2px dotted var(--tone); }
.ring::before { content: ""; width: 7px; height: 7px; border: 1.5px solid var(--quiet); border-radius: 50%; }
.step-1 { background: var(--step-1); }
.step-2 { background: var(--step-2); color: light-dark(var(--ink), #fff); }
.step-3 { background: var(--step-3); color: light-dark(var(--ink), #000); }
.step-4 { background: var(--step-4); color: light-dark(#fff, #000); }
.legend { display: flex; flex-wrap: wrap; gap: var(--gap-4) var(--gap-16); font-size: var(--size-12); }
.charts .legend { margin-top: var(--gap-12); }
.legend li { display: flex; align-items: center; gap: var(--gap-8); }
.legend i { flex: none; width: calc(20 * var(--unit)); height: calc(14 * var(--unit)); border-radius: 2px; }
/* Bars. */
.bars { width: 100%; margin-top: var(--gap-8); }
.bars tbody th { width: 1%; min-width: calc(150 * var(--unit)); line-height: 1.2; padding-block: 2px; padding-inline: 0 var(--gap-12); }
.bars td { padding: 2px 0; }
.bars .sum { width: 1%; padding-inline-start: var(--gap-8); text-align: end; font-weight: 600; }
.stack { display: flex; width: calc(var(--share) * 100%); min-width: 3px; height: calc(20 * var(--unit)); border-radius: 2px; overflow: hidden; }
/* A number that its part has no room for falls into a second line, which is hidden. */
.stack > span { display: flex; flex-wrap: wrap; justify-content: center; flex-basis: 0; min-width: 0; overflow: hidden; line-height: calc(20 * var(--unit)); font-size: var(--size-12); background: var(--stage); }
.stack > span + span { border-inline-start: 1px solid var(--paper); }
.stack > span::before { content: ""; width: 1px; height: 100%; }
.stack b { font-weight: 600; }
.charts i:is([class^=stage]) { background: var(--stage); }
.charts .stage-1 { color: light-dark(var(--ink), #fff); }
.charts .stage-2 { color: light-dark(#fff, #000); }
.charts .stage-3 { color: light-dark(var(--ink), #fff); }
.scroll:has(.years) { padding-inline-end: 16px; } /* the last year is wider than its column */
.years { width: 100%; font-size: var(--size-12); min-width: calc((8 + 2.84 * var(--columns) / var(--every)) * 1em); table-layout: fixed; }
.years th:first-child { width: calc(96 * var(--unit)); font-size: var(--size-12); }
.years thead th:not(:first-child) { padding-inline: 0; }
.years thead th span:not(.unseen) { display: flex; justify-content: center; width: 0; margin: auto; white-space: nowrap; }
.years tbody th { vertical-align: bottom; line-height: 1.2; padding-block: 0 2px; padding-inline: 0 var(--gap-8); border-bottom: 1px solid var(--line); }
.years td { height: calc(64 * var(--unit)); padding: var(--gap-4) 1px 0; vertical-align: bottom; border-bottom: 1px solid var(--line); }
.years td span { display: flex; flex-direction: column; justify-content: end; height: calc(60 * var(--unit)); text-align: center; font-size: var(--size-12); line-height: 1.2; }
.years td span::after { content: ""; height: calc(var(--share) * 44 * var(--unit)); background: var(--step-3); border-radius: 2px 2px 0 0; }
.years td span::after { width: 100%; max-width: 48px; align-self: center; }
.years b { font-weight: 500; }
.plain-table { width: 100%; font-size: var(--size-12); }
.plain-table :is(th, td) { padding-block: 3px; padding-inline: 0 var(--gap-8); border-bottom: 1px solid var(--line); }
.plain-table :is(td, thead th:not(:first-child)) { text-align: end; }
/* From agreement to outcome. */
.harvest { columns: 2 calc(400 * var(--unit)); column-gap: var(--gap-48); margin-top: var(--gap-12); }
.harvest article { padding: 0 0 var(--gap-16); border: 0; }
.harvest article:not(:has(li:nth-child(5))), .harvest li { break-inside: avoid; }
.harvest :is(h3, h4) { break-after: avoid; }
.harvest h3 { display: flex; align-items: center; gap: var(--gap-8); }
.harvest h3 .line { flex: none; width: 18px; }
.charts .harvest a { text-decoration: none; }
.charts .harvest a:hover { text-decoration: underline; text-underline-offset: .2em; }
.deeds li { display: grid; grid-template-columns: calc(104 * var(--unit)) minmax(0, 1fr) calc(120 * var(--unit)); gap: 0 var(--gap-12); align-items: baseline; padding: 3px 0; border-top: 1px solid var(--line); }
.when, .came, .loose { font-size: var(--size-12); color: var(--quiet); }
.what em { font-size: var(--size-12); font-style: normal; color: var(--quiet); border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; white-space: nowrap; }
.came { align-self: center; }
.came .stack { color: var(--ink); }
.loose li { padding-block: 2px; padding-inline: var(--gap-12) 0; text-indent: calc(-1 * var(--gap-12)); }
.loose li::before { content: "·" / ""; display: inline-block; width: var(--gap-12); text-indent: 0; }
.thirds, .opposite { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(280 * var(--unit))), 1fr)); gap: var(--gap-16) var(--gap-48); margin-top: var(--gap-12); }
.idle .group > summary { padding: 3px 0; min-height: 24px; box-sizing: border-box; font-size: var(--size-14); font-weight: 400; }
.idle { margin-top: var(--gap-16); }
.idle > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(220 * var(--unit))), 1fr)); gap: 0 var(--gap-24); align-items: start; }
.names { color: var(--quiet); font-size: var(--size-12); line-height: 1.6; }
.names span { display: inline-block; }
.names span:not(:last-child)::after { content: " ·"; }
.scroll:has(.years) { direction: ltr; } /* time runs as on the timeline */
/* Comparison: ink and teal, left and right. */
.side-1 { --side: var(--ink); }
.side-2 { --side: var(--teal); }
i:is(.side-1, .side-2) { display: inline-block; width: .8em; height: .8em; margin-inline-end: .5em; border-radius: 2px; background: var(--side); vertical-align: -.05em; }
.chosen { display: flex; flex-wrap: wrap; gap: var(--gap-12) var(--gap-24); margin-bottom: var(--gap-24); }
.chosen label { display: grid; gap: var(--gap-4); flex: 0 1 calc(340 * var(--unit)); font-size: var(--size-12); color: var(--quiet); }
.chosen select { font: var(--size-14)/1.3 var(--font); color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--gap-4) var(--gap-8); min-height: calc(34 * var(--unit)); width: 100%; }
.chosen option, .chosen optgroup { color: var(--ink); background: var(--raised); }
.finding { margin-bottom: var(--gap-16); }
.versus > .opposite { grid-template-columns: 1fr 1fr; margin: 0 0 var(--gap-24); font-size: var(--size-16); }
.versus > .opposite > p > * { margin-inline-end: var(--gap-8); }
.versus .open { font-size: var(--size-12); font-weight: 400; min-height: 24px; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .25em; }
.sides { width: 100%; margin-top: var(--gap-8); table-layout: fixed; }
.sides th:first-child { width: 34%; }
.sides tbody th { line-height: 1.2; padding-block: 3px; padding-inline: 0 var(--gap-8); }
.sides td { padding: 2px 0; }
.sides thead th:nth-child(2) { text-align: end; padding-inline-end: var(--gap-8); }
.sides td:nth-child(2) .side { flex-direction: row-reverse; border-inline-end: 1px solid var(--quiet); }
.side { display: flex; align-items: center; gap: var(--gap-4); height: calc(20 * var(--unit)); padding-block: 2px; box-sizing: border-box; --side: var(--teal); }
.sides td:nth-child(2) .side { --side: var(--ink); }
.side i { width: calc(var(--share) * (100% - 3.2em)); height: 100%; background: var(--side); border-radius: 2px; }
.side b { font-weight: 500; }
.charts .opposite article { padding: var(--gap-8) 0; }
@media (min-width: 1280px) {
  .two-columns { grid-template-columns: minmax(0, 11fr) minmax(0, 13fr); } /* the right one has a table of more columns */
}
@media (pointer: coarse) {
  button.square { height: 44px; }
  .choice button, .chosen select { min-height: 44px; }
  .take > a, .numbers > summary, .idle .group > summary { min-height: 44px; }
}
@media (max-width: 599px) {
  .deeds li { grid-template-columns: minmax(0, 1fr) calc(110 * var(--unit)); }
  .deeds .when { grid-column: 1 / -1; }
  .sides th:first-child { width: 38%; }
  .bars tbody th { min-width: calc(110 * var(--unit)); }
}
/* The colours of the system: lines and fills of the text's own colour. */
@media (forced-colors: active) {
  .charts :where(.square, .stack > span, i) { forced-color-adjust: none; background: Canvas; color: CanvasText; border: 1px solid CanvasText; }
  .years td span::after { forced-color-adjust: none; background: CanvasText; }
  .charts :is(.rank-1, .stage-2, .side i, .side-2) { background: CanvasText; color: Canvas; }
  .charts .rank-2 { border-width: 3px; }
  .charts .rank-4 { border-style: dashed; }
  .charts .rank-5 { border: 2px dotted CanvasText; }
  .charts .stage-1 { border-style: dashed; }
  .charts .stage-3 { border-style: dotted; }
  .charts .ring { border: 0; }
  .charts [aria-checked=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
@media print {
  .charts { --ink: #111; --quiet: #444; --paper: #fff; --line: #bbb; --cell: 18px; padding: 0; }
  .charts * { print-color-adjust: exact; }
  .choice, .chosen, .take, .sideways, .versus .open { display: none; }
  .charts h2 { font-size: var(--size-16); }
  .chart, .finding { break-inside: avoid; }
  .charts > .chart:last-child { padding-bottom: 0; }
  .chart.wide { break-inside: auto; }
  .scroll th:first-child { background: none; position: static; }
  .scroll { overflow: visible; }
  .fading > .scroll { mask-image: none; }
  .charts table, .years { min-width: 0; }
  .harvest { columns: 1; }
}
`;var F=`/* The page that tells what is new: a day on the left, its records on the right. */
.root:has(> .changes) { padding: 0; }
.changes { max-width: calc(78 * var(--rem)); margin: 0 auto; font-size: var(--size-14); line-height: 1.45; }
.changes h1 { margin: 0; font-size: var(--size-28); line-height: 1.2; letter-spacing: -.01em; }
.changes > header p { max-width: calc(60 * var(--rem)); color: var(--quiet); overflow-wrap: anywhere; }
.changes label { display: block; margin-top: var(--gap-16); font-size: var(--size-12); color: var(--quiet); }
.changes select { display: block; min-width: calc(20 * var(--rem)); max-width: 100%; min-height: calc(32 * var(--unit)); margin-top: var(--gap-4); padding: 0 var(--gap-8); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); color: var(--ink); font: inherit; font-size: var(--size-14); }
.changes select:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.changes article { display: grid; grid-template-columns: calc(16 * var(--rem)) minmax(0, 1fr); gap: 0 var(--gap-32); padding: var(--gap-24) 0; break-inside: auto; }
.changes article:last-child { border-bottom: 0; }
.changes h2 { margin: 0; font-size: var(--size-20); line-height: 1.3; }
.changes h2 .fresh { margin-inline-start: 0; }
.changes h2:focus { outline: 0; }
.changes article p, .changes summary { margin: 0; font-size: var(--size-16); line-height: calc(26 * var(--unit)); font-weight: 600; }
.changes details + details { margin-top: var(--gap-12); }
.changes ul { margin: var(--gap-8) 0 0; padding: 0; list-style: none; columns: calc(24 * var(--rem)) 2; column-gap: var(--gap-32); }
.changes li { padding: var(--gap-8) 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.changes li a { color: var(--ink); text-wrap: pretty; }
.changes li small { display: block; color: var(--quiet); font-size: var(--size-12); }
@media (max-width: 899px) { .changes article { display: block; } .changes h2 { margin-bottom: var(--gap-8); } }
@media (pointer: coarse) {
  .changes select, .changes summary { min-height: 44px; }
  .changes summary { line-height: 44px; }
  .changes li a { display: block; padding: var(--gap-8) 0; }
}
@media print {
  .changes { max-width: none; color-scheme: light; }
  .changes article { display: block; padding: 6mm 0; }
  .changes article:last-child { padding-bottom: 0; }
  .changes label { display: none; }
}
`;var B=`/* The data page around its tables, and what is wrong with an edited table. */
.root:has(> :is(.data, .problems)) { padding: 0; }
.data { font-size: var(--size-14); line-height: 1.4; color: var(--ink); }
.data h2 { font-size: var(--size-16); margin: var(--gap-24) 0 var(--gap-8); }
.data a { color: var(--link); }
.data .small { max-width: 75em; font-size: var(--size-12); color: var(--quiet); }
.data .small a { text-decoration: underline; text-underline-offset: .2em; }
.data .choice { position: relative; display: flex; flex-wrap: wrap; gap: var(--gap-4); margin-bottom: var(--gap-8); }
.data .choice button { min-height: calc(32 * var(--unit)); padding: 0 var(--gap-12); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); color: var(--ink); white-space: nowrap; }
.data .choice button:hover { border-color: var(--quiet); }
.data .choice button:focus-visible, .files a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.data .choice .n { font-size: var(--size-12); color: var(--quiet); }
.data .choice [aria-checked=true], .data .choice [aria-checked=true] .n { color: var(--paper); background: var(--ink); }
.data .choice [aria-checked=true] { border-color: var(--ink); }
.files { display: grid; gap: var(--gap-8); margin: 0 0 var(--gap-8); }
.files div { display: flex; flex-wrap: wrap; gap: var(--gap-8) var(--gap-16); align-items: center; }
.files dt { min-width: 8em; color: var(--quiet); }
.files dd { display: flex; flex-wrap: wrap; gap: var(--gap-8); margin: 0; }
.files a { display: inline-flex; align-items: center; min-height: calc(32 * var(--unit)); padding: 0 var(--gap-12); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); color: var(--ink); }
.files a:hover { border-color: var(--quiet); text-decoration: none; }
.files a::after { content: '↓' / ''; margin-inline-start: .5em; color: var(--quiet); }
.tallies { display: flex; flex-wrap: wrap; gap: var(--gap-12) var(--gap-32); margin: var(--gap-12) 0 var(--gap-16); }
.tallies div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.tallies dd { margin: 0; font-size: var(--size-20); font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tallies dd small { font-size: var(--size-12); font-weight: 400; color: var(--quiet); }
.tallies dt { font-size: var(--size-12); color: var(--quiet); }
.problems { padding: var(--gap-12) var(--gap-16); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); color: var(--ink); font-size: var(--size-14); }
.problems summary { font-weight: 600; cursor: pointer; }
.problems ul { max-height: 40vh; overflow-y: auto; margin: var(--gap-8) 0 0; padding: 0; list-style: none; scrollbar-width: thin; }
.problems li { padding: var(--gap-4) 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.problems code { font-family: monospace; font-size: var(--size-12); }
@media (max-width: 1439px) { .data .choice button { padding: 0 var(--gap-8); font-size: var(--size-12); } }
@media (max-width: 1199px) {
  .data .choice { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; padding: 3px; margin: 0 -3px var(--gap-4); }
  .data .choice button { flex: none; padding: 0 var(--gap-12); font-size: var(--size-14); }
}
@media (pointer: coarse) { .data .choice button, .files a { min-height: 44px; } }
@media (forced-colors: active) { .data .choice [aria-checked=true] { outline: 2px solid Highlight; outline-offset: -2px; } }
.paper { display: none; }
@media print {
  .data { color-scheme: light; }
  .data .choice button:not([aria-checked=true]), .files, .data h2:has(+ .files), .files + .small, .problems { display: none; }
  .data .choice [aria-checked=true], .data .choice [aria-checked=true] .n { min-height: 0; padding: 0; border: 0; background: none; color: var(--ink); font-weight: 600; }
  .paper { display: block; }
}
`;var D=`/* The page of stories: a card for each, with its picture and the way to present it on the left, its steps on the right. */
.root:has(> .stories) { padding: 0; }
.stories { max-width: calc(78 * var(--rem)); margin: 0 auto; font-size: var(--size-14); line-height: 1.45; }
.stories > header p { max-width: calc(60 * var(--rem)); color: var(--quiet); }
.stories h1, .begin h1 { margin: 0; font-size: var(--size-28); line-height: 1.2; letter-spacing: -.01em; }
.stories article { display: grid; grid-template-columns: calc(22 * var(--rem)) minmax(0, 1fr); gap: 0 var(--gap-48); padding: var(--gap-32) 0; break-inside: auto; }
.stories article:last-child { border-bottom: 0; }
.stories .what { position: sticky; top: calc(var(--head) + var(--gap-16)); align-self: start; }
.stories h2 { font-size: var(--size-20); }
.stories h2:focus { outline: 0; }
.stories svg { display: block; width: 100%; height: auto; margin-bottom: var(--gap-12); }
.stories .ground { fill: var(--line); }
.stories .of { fill: var(--step-4); stroke: var(--step-4); stroke-width: 3px; vector-effect: non-scaling-stroke; } /* a city is no larger than a dot */
.stories ol { margin: 0; padding: 0; list-style: none; counter-reset: step; }
.stories li { display: grid; grid-template-columns: calc(2.4 * var(--rem)) minmax(0, 1fr); padding: var(--gap-8) 0; border-bottom: 1px solid var(--line); counter-increment: step; break-inside: avoid; }
.stories li:first-child { padding-top: 0; }
.stories li:last-child { border-bottom: 0; }
.stories li::before { content: counter(step); color: var(--quiet); font-size: var(--size-16); font-variant-numeric: tabular-nums; }
.stories li a { color: var(--ink); font-size: var(--size-16); line-height: 1.35; font-weight: 600; text-wrap: pretty; }
.stories li p { grid-column: 2; max-width: calc(50 * var(--rem)); margin: var(--gap-4) 0 0; color: var(--quiet); }
.stories label { display: block; margin: var(--gap-8) 0 0; font-size: var(--size-12); color: var(--quiet); }
.stories select { display: block; width: 100%; min-height: calc(32 * var(--unit)); margin-top: var(--gap-4); padding: 0 var(--gap-8); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); color: var(--ink); font: inherit; font-size: var(--size-14); }
.stories select:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.stories .go { display: flex; flex-wrap: wrap; align-items: center; gap: var(--gap-12); margin-top: var(--gap-12); color: var(--quiet); }
.stories .present { display: inline-flex; align-items: center; min-height: calc(36 * var(--unit)); padding: 0 var(--gap-16); border-radius: var(--radius); background: var(--ink); color: var(--paper); font-weight: 600; text-decoration: none; }
.stories .present::before { content: '▶' / ''; margin-inline-end: .6em; font-size: .75em; }
.stories .present:hover { text-decoration: none; opacity: .88; }
@media (max-width: 899px) {
  .stories article { display: block; }
  .stories .what { position: static; }
  .stories svg { max-width: calc(26 * var(--rem)); }
  .stories ol { clear: both; }
  .stories ol { margin-top: var(--gap-16); }
}
@media (min-width: 560px) and (max-width: 899px) {
  .stories .what { display: flow-root; }
  .stories svg { float: inline-start; width: 42%; margin-block: 0; margin-inline: 0 var(--gap-24); }
}
@media (pointer: coarse) {
  .stories .present, .stories select { min-height: 44px; }
  .stories .deck { line-height: 44px; }
  .stories li a { display: block; padding: var(--gap-8) 0; }
}
@media print {
  .stories { max-width: none; color-scheme: light; }
  .stories article { display: block; padding: 6mm 0; }
  .stories article:last-child { padding-bottom: 0; }
  .stories .what { position: static; }
  .stories svg { width: 60mm; print-color-adjust: exact; }
  .stories :is(.present, .deck) { display: none; }
  .stories select { min-height: 0; padding: 0; border: 0; background: none; appearance: none; font-weight: 600; }
  .stories .what { break-inside: avoid; break-after: avoid; }
}
.begin { max-width: 40em; margin: 0 auto; }
.begin .steps { margin: var(--gap-16) 0; padding-inline-start: 1.4em; display: grid; gap: var(--gap-8); }
`;var Ze=he({css:O+W+F+B+D,create:i=>new f(i),update:(i,a)=>i.update(a)});export{Ze as default};
