// The deck.gl canvas: made once, given layers and views, made anew if the GPU drops it, or not at all.
import {Deck, OrthographicView} from '@deck.gl/core';

const VIEW = new OrthographicView({id: 'map', flipY: true});
const CONTROLLER = {
  doubleClickZoom: false, // else every click waits 300 ms for a second one
  keyboard: false,        // input.js does that, for the whole stage
  dragRotate: false, touchRotate: false, inertia: false
};
const REVIVALS = 2;

export function hasWebGL() {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return Boolean(context);
  } catch {
    return false;
  }
}

export class Canvas {
  /** onView(viewState), onReady(), onRevival(), onFail(error) */
  constructor(parent, handlers) {
    Object.assign(this, {parent, handlers, viewState: undefined, deaths: 0});
    this.create();
  }

  create() {
    const {onView, onReady, onFail} = this.handlers;
    this.deck = new Deck({
      parent: this.parent,
      width: '100%', height: '100%',
      // More than two device pixels to one buys nothing that is seen, and costs twice.
      useDevicePixels: Math.min(window.devicePixelRatio || 1, 2),
      views: VIEW,
      controller: CONTROLLER,
      layers: [],
      ...(this.viewState && {viewState: this.viewState}),
      onViewStateChange: ({viewState}) => onView(viewState),
      onLoad: () => {
        // The stage takes the keyboard; a second stop of the tab key inside it would be a dead one.
        for (const each of this.parent.querySelectorAll('[tabindex]')) each.removeAttribute('tabindex');
        onReady();
      },
      onDeviceInitialized: device => device.lost?.then(() => this.revive()),
      // Lines smooth themselves (mesh-layer.js), and a kept buffer is a copy of every frame.
      deviceProps: {type: 'webgl', webgl: {antialias: false, preserveDrawingBuffer: false}},
      onError: error => onFail(error)
    });
  }

  set(props) {
    this.viewState = props.viewState ?? this.viewState;
    this.deck?.setProps(props);
  }

  /** A lost context (sleep, driver, too many maps) is answered by a new canvas, but not for ever. */
  revive() {
    if (!this.deck) return;
    this.deck.finalize();
    this.parent.replaceChildren();
    if (++this.deaths > REVIVALS) return this.handlers.onFail(new Error('WebGL'));
    this.create();
    // Layers belong to the canvas they were drawn on.
    this.handlers.onRevival();
  }

  destroy() {
    const {deck} = this;
    this.deck = null;
    deck?.finalize();
    this.parent.replaceChildren();
  }
}
