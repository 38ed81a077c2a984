import{imprint as e}from"./shared-ZNPXOQSC.js";addEventListener("beforeprint",()=>{let t=document.querySelector(".imprint");t.textContent=e(t.dataset.locale??"")});
