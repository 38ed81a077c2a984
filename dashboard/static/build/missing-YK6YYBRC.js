import{imprint as e}from"./shared-IRBV7Y3R.js";addEventListener("beforeprint",()=>{let t=document.querySelector(".imprint");t.textContent=e(t.dataset.locale??"")});
