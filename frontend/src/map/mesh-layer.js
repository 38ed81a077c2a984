// The only layer that deck.gl draws: a mesh of flat triangles with a two-line shader.
// deck.gl's own path and polygon layers project with emulated doubles; without a GPU that takes 6 µs per
// vertex: 4 frames a second for this map, against 60 here. A plane of 1000 units needs no such precision.
import {Layer} from '@deck.gl/core';
import {Model} from '@luma.gl/engine';
/** @import {LayerContext, LayerProps, OrthographicViewport, UpdateParameters} from '@deck.gl/core' */
/** @import {Buffer, Device} from '@luma.gl/core' */
/** @import {Mesh} from './types.js' */

/**
 * @typedef {LayerProps & {mesh: Mesh, colours: Uint8Array}} Props a changed mesh or changed colours are new objects
 * @typedef {{buffers: Record<string, Buffer>, indices: Buffer, model: Model}} Drawing
 */

const INDEX = 0x10; // buffer usage, as in WebGPU

const block = `\
layout(std140) uniform sheetUniforms {
  vec2 target;
  vec2 unit;
  vec2 pixel;
} sheet;
`;

/** @type {any} */ // luma.gl's types require a name for the props of each module
const sheet = {
  name: 'sheet', vs: block, fs: block,
  uniformTypes: {target: 'vec2<f32>', unit: 'vec2<f32>', pixel: 'vec2<f32>'}
};

const vs = `#version 300 es
in vec2 places;
in vec2 offsets;
in vec2 edges;
in vec4 colours;
out vec4 colour;
out vec2 edge;
void main() {
  gl_Position = vec4((places - sheet.target) * sheet.unit + offsets * sheet.pixel, 0.0, 1.0);
  colour = colours;
  edge = edges;
}`;

// The last half pixel of a line fades, which smooths it without multisampling.
const fs = `#version 300 es
precision highp float;
in vec4 colour;
in vec2 edge;
out vec4 fragColor;
void main() {
  fragColor = vec4(colour.rgb, colour.a * clamp(edge.y + 0.5 - abs(edge.x), 0.0, 1.0));
}`;

/** @extends {Layer<Props>} */
export class MeshLayer extends Layer {
  /** @override */
  static layerName = 'MeshLayer';

  /** @override */
  initializeState() {}

  /**
   * Add no attributes: deck.gl's are for data with accessors, while a mesh has its buffers ready.
   * @override
   */
  _getAttributeManager() { return null; }

  /** @override */
  getModels() { return []; }

  /**
   * @override
   * @param {UpdateParameters<this>} change
   */
  updateState({props, oldProps}) {
    if (props.mesh !== oldProps.mesh) {
      this.release();
      if (props.mesh.indices.length) this.setState({drawing: drawingOf(this.context.device, props)});
    } else if (props.colours !== oldProps.colours) {
      this.drawing?.buffers.colours.write(props.colours);
    }
  }

  /** @override */
  draw() {
    if (!this.drawing) return;
    const {width, height, target, scale} = /** @type {OrthographicViewport} */ (this.context.viewport);
    this.drawing.model.shaderInputs.setProps({
      sheet: {
        target: target.slice(0, 2),
        unit: [(2 * scale) / width, (-2 * scale) / height],
        pixel: [2 / width, -2 / height]
      }
    });
    this.drawing.model.draw(this.context.renderPass);
  }

  /**
   * @override
   * @param {LayerContext} context
   */
  finalizeState(context) {
    super.finalizeState(context);
    this.release();
  }

  get drawing() { return /** @type {Drawing | undefined} */ (this.state?.drawing); }

  release() {
    if (!this.drawing) return;
    const {model, indices, buffers} = this.drawing;
    model.destroy();
    for (const buffer of [indices, ...Object.values(buffers)]) buffer.destroy();
    this.setState({drawing: undefined});
  }
}

/**
 * @param {Device} device
 * @param {Props} props
 * @returns {Drawing}
 */
function drawingOf(device, {id, mesh, colours}) {
  const buffers = {
    places: device.createBuffer({data: mesh.places}),
    offsets: device.createBuffer({data: mesh.offsets}),
    edges: device.createBuffer({data: mesh.edges}),
    colours: device.createBuffer({data: colours})
  };
  const indices = device.createBuffer({usage: INDEX, indexType: 'uint32', data: mesh.indices});
  const model = new Model(device, {
    id, vs, fs, modules: [sheet], attributes: buffers, indexBuffer: indices,
    bufferLayout: [
      {name: 'places', format: 'float32x2'}, {name: 'offsets', format: 'float32x2'},
      {name: 'edges', format: 'float32x2'}, {name: 'colours', format: 'unorm8x4'}
    ],
    topology: 'triangle-list', vertexCount: mesh.indices.length, isInstanced: false,
    // Layers are stacked in the order given; there is no depth.
    parameters: {depthCompare: 'always', depthWriteEnabled: false, cullMode: 'none'}
  });
  return {buffers, indices, model};
}
