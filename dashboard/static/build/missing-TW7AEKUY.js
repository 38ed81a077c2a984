import{imprint as e}from"./shared-W5JNGHAA.js";addEventListener("beforeprint",()=>{let t=document.querySelector(".imprint");t.textContent=e(t.dataset.locale??"")});
