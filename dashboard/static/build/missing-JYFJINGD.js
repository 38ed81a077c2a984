import{imprint as e}from"./shared-EHCLHAPA.js";addEventListener("beforeprint",()=>{let t=document.querySelector(".imprint");t.textContent=e(t.dataset.locale??"")});
