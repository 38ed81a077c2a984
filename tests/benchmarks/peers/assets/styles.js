// How dash_app.py styles a path: `hideout` holds the colours by region, or the pairs to show.
window.styles = {of: {
  region: ({properties}, {hideout}) => ({fillColor: hideout[properties.code], fillOpacity: 1, color: '#fbfaf7', weight: 1}),
  line: ({properties}, {hideout}) => ({color: '#b3261e', weight: 2, opacity: hideout.includes(properties.key) ? 1 : 0}),
}};
