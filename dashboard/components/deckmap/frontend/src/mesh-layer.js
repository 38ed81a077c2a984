// The one kind of thing that is drawn: a mesh of flat triangles with a shader of two lines.
// deck.gl's own path and polygon layers project with emulated doubles; without a GPU that is 6 µs a
// vertex and 4 frames a second for this map, against 60 here. A plane of 1000 units needs none of it.
import {Layer} from '@deck.gl/core';
import {Model} from '@luma.gl/engine';

const block = `\
layout(std140) uniform sheetUniforms {
  vec2 target;
  vec2 unit;
  vec2 pixel;
} sheet;
`;

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

const LAYOUT = [
  {name: 'places', format: 'float32x2'}, {name: 'offsets', format: 'float32x2'},
  {name: 'edges', format: 'float32x2'}, {name: 'colours', format: 'unorm8x4'}
];

/** Props: mesh (of mesh.js; a new one when its identity changes) and colours (bytes). */
export class MeshLayer extends Layer {
  initializeState() {}

  // deck.gl's attributes are for data with accessors; a mesh brings its buffers ready made.
  _getAttributeManager() { return null; }

  getModels() { return []; }

  updateState({props, oldProps}) {
    if (props.mesh !== oldProps.mesh) {
      this.release();
      if (props.mesh.indices.length) this.setState(this.build(props));
    } else if (props.colours !== oldProps.colours) {
      this.state.buffers?.colours.write(props.colours);
    }
  }

  build({id, mesh, colours}) {
    const {device} = this.context;
    const buffers = {
      places: device.createBuffer({data: mesh.places}),
      offsets: device.createBuffer({data: mesh.offsets}),
      edges: device.createBuffer({data: mesh.edges}),
      colours: device.createBuffer({data: colours})
    };
    const indices = device.createBuffer({usage: 0x10 /* INDEX */, indexType: 'uint32', data: mesh.indices});
    const model = new Model(device, {
      id, vs, fs, modules: [sheet],
      bufferLayout: LAYOUT, attributes: buffers, indexBuffer: indices,
      topology: 'triangle-list', vertexCount: mesh.indices.length, isInstanced: false,
      // Layers lie on one another in the order they are given; there is no depth.
      parameters: {depthCompare: 'always', depthWriteEnabled: false, cullMode: 'none'}
    });
    return {buffers, indices, drawing: model};
  }

  draw() {
    const {drawing} = this.state;
    if (!drawing) return;
    const {width, height, target, scale} = this.context.viewport;
    drawing.shaderInputs.setProps({
      sheet: {
        target: target.slice(0, 2),
        unit: [(2 * scale) / width, (-2 * scale) / height],
        pixel: [2 / width, -2 / height]
      }
    });
    drawing.draw(this.context.renderPass);
  }

  finalizeState(context) {
    super.finalizeState(context);
    this.release();
  }

  release() {
    const {drawing, buffers, indices} = this.state ?? {};
    drawing?.destroy();
    indices?.destroy();
    for (const buffer of Object.values(buffers ?? {})) buffer.destroy();
    this.setState({drawing: null, buffers: null, indices: null});
  }
}
MeshLayer.layerName = 'MeshLayer';
