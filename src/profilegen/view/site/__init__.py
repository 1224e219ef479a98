"""What pages share: names, links, anchors, imprint; nothing that one page alone shows."""
